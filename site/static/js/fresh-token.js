// Who logs in again in another tab gets a new token there; the form that waits here would be refused with the old one.
// So the form takes the token from its cookie whenever it is about to be sent, by the editor or by itself.

const COOKIE = /(?:^|;\s*)csrftoken=(\w+)/;

export function freshen() {
  const token = document.cookie.match(COOKIE)?.[1];
  if (!token) return;
  for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
  if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
}

for (const moment of ["focus", "visibilitychange", "submit", "w-autosave:save"]) {
  addEventListener(moment, freshen, true);
}
