"""What is wrong with the description of a picture, or doubtful, for those who do not see it."""

import re
import unicodedata

MAX_LENGTH = 250  # characters; a screen reader says it in one breath, and cannot go back in it

FILE_NAME = re.compile(
    r".*\.(?:jpe?g|png|gif|webp|avif|hei[cf]|tiff?|bmp|svg)"
    r"|(?:img|image|dsc[nf]?|pict?|photo|foto|afbeelding|scan|whatsapp image|screenshot|schermafbeelding)"
    r"[ _-]*\d[\d _.-]*.*"
    r"|[\W\d_]+",
    re.IGNORECASE | re.DOTALL,
)
NEEDLESS_START = re.compile(
    r"(?:een |de )?((?:portret|groeps|sfeer)?foto(?:grafie)?|afbeelding|plaatje|beeld|illustratie)"
    r" (?:van|waarop|met)\b",
    re.IGNORECASE,
)


def fault(alt: str) -> str:
    """Why this can never be a description, as a sentence for the editor; empty if it may be one."""
    text = alt.strip()
    if text and FILE_NAME.fullmatch(text):
        return (
            "Dit lijkt de naam van een bestand. Schrijf in één zin wat er op de foto te zien is, of vink "
            "‘Alleen versiering’ aan."
        )
    return ""


def doubt(alt: str, picture_title: str) -> str:
    """What the editor may want to look at again, as a sentence; empty if nothing stands out."""
    if found := NEEDLESS_START.match(alt.strip()):
        return (
            f"De beschrijving begint met ‘{found[0]}’. Dat het een {found[1].lower()} is, zegt een voorleesprogramma "
            "al. Begin met wat erop te zien is."
        )
    if alt.strip() and plain(alt) == plain(picture_title):
        return "De beschrijving is dezelfde als de titel van de foto in de bibliotheek. Staat er zo wat er te zien is?"
    return ""


def plain(text: str) -> str:
    """Letters and digits only, small and without accents, so that `Groeps-foto_1` is `groepsfoto 1`."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if letter.isalnum())
