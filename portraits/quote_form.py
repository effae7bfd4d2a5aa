"""The form with which an editor chooses words and colour of a card; what it holds stands in the address."""

from django import forms
from django.core.exceptions import ValidationError

from media.cards.colours import GROUNDS
from portraits import quotes
from portraits.models import PortraitPage

OWN = ""  # the choice that points at the field below the list


class QuoteForm(forms.Form):
    """Either one of the sentences that are offered, or words that the editor takes from the page."""

    citaat = forms.ChoiceField(required=False)
    tekst = forms.CharField(
        label="Andere woorden van de pagina",
        required=False,
        widget=forms.Textarea(
            attrs={"rows": 3, "aria-describedby": "id_tekst_helptext", "data-chooses": "eigen-woorden"}
        ),
        help_text=f"{quotes.SHORTEST} tot {quotes.LONGEST} tekens, letterlijk van de pagina. Aanhalingstekens komen er "
        "vanzelf om. Sla je iets over, zet daar dan (…).",
    )
    grond = forms.ChoiceField(
        label="Kleur",
        required=False,
        widget=forms.RadioSelect,
        choices=[(key, ground.label) for key, ground in GROUNDS.items()],
    )

    def __init__(self, data, page: PortraitPage):
        self.page = page
        self.highlighted, self.sentences = quotes.highlighted(page), quotes.sentences(page)
        self.offered = list(dict.fromkeys([*self.highlighted, *self.sentences]))
        first = self.offered[0] if self.offered else OWN
        super().__init__({"citaat": first, "grond": next(iter(GROUNDS)), **data.dict()})
        choices = [*((text, text) for text in self.offered), (OWN, "Andere woorden")]
        self.fields["citaat"] = forms.ChoiceField(required=False, choices=choices)

    def clean_grond(self) -> str:
        return self.cleaned_data["grond"] or next(iter(GROUNDS))

    def clean(self):
        super().clean()
        # What was typed counts only when no sentence of the list was chosen.
        chosen = self.cleaned_data.get("citaat", OWN)
        if "citaat" in self.errors:  # no longer on the page: an older address
            raise ValidationError("Dit citaat staat niet meer op de pagina. Kies een ander.")
        field = "citaat" if chosen else "tekst"
        try:
            self.cleaned_data["words"] = quotes.checked(self.page, chosen or self.cleaned_data.get("tekst", ""))
        except ValidationError as refused:
            self.add_error(field, refused)
