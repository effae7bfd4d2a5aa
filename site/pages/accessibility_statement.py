"""The accessibility statement as a block, and the body of the pages that may hold one."""

import datetime

from wagtail import blocks

from pages.blocks import EXTRAS, BodyBlock


class KnownIssueBlock(blocks.StructBlock):
    description = blocks.CharBlock(label="Wat werkt nog niet", max_length=250)
    criterion = blocks.CharBlock(
        label="Richtlijn", max_length=120, help_text="Bijvoorbeeld: 1.1.1 Niet-tekstuele content"
    )
    impact = blocks.CharBlock(label="Wie heeft er last van en hoe", max_length=250, required=False)
    cause = blocks.CharBlock(label="Oorzaak", max_length=250, required=False)
    plan = blocks.CharBlock(label="Wat we eraan doen", max_length=250)
    planned_date = blocks.DateBlock(label="Klaar op", required=False)

    class Meta:
        label = "Bekend probleem"
        icon = "warning"


class StatementValue(blocks.StructValue):
    @property
    def status_label(self) -> str:
        """The status with what it means: `B: voldoet gedeeltelijk`."""
        return dict(AccessibilityStatementBlock.STATUSES).get(self["status"], self["status"])


class AccessibilityStatementBlock(blocks.StructBlock):
    """The fields of the Dutch model statement (toegankelijkheidsverklaring.nl)."""

    STATUSES = [
        ("A", "A: voldoet volledig"),
        ("B", "B: voldoet gedeeltelijk"),
        ("C", "C: eerste maatregelen genomen"),
        ("D", "D: voldoet niet"),
        ("E", "E: geen toegankelijkheidsverklaring"),
    ]

    organisation = blocks.CharBlock(label="Organisatie", max_length=120)
    scope = blocks.CharBlock(label="Voor welke website", max_length=250)
    status = blocks.ChoiceBlock(label="Status", choices=STATUSES)
    statement_date = blocks.DateBlock(label="Verklaring opgesteld op")
    research_date = blocks.DateBlock(label="Onderzoek gedaan op", required=False)
    evaluated_by = blocks.CharBlock(label="Hoe en door wie onderzocht", max_length=250, required=False)
    next_review = blocks.DateBlock(label="Volgende controle uiterlijk op", required=False)
    issues = blocks.ListBlock(KnownIssueBlock(), label="Bekende problemen", default=[])
    contact_email = blocks.EmailBlock(label="E-mailadres voor meldingen")
    response_time = blocks.TextBlock(label="Wat de melder kan verwachten", required=False)
    escalation = blocks.TextBlock(label="Wat iemand kan doen die niet tevreden is", required=False)

    class Meta:
        label = "Toegankelijkheidsverklaring"
        icon = "check"
        group = EXTRAS
        description = "De verklaring volgens het Nederlandse model: status, onderzoek, bekende problemen en contact"
        template = "blocks/accessibility_statement.html"
        value_class = StatementValue
        preview_value = {
            "organisation": "Gemeente Voorbeeld",
            "scope": "deze website",
            "status": "B",
            "statement_date": datetime.date(2026, 10, 1),
            "issues": [],
            "contact_email": "toegankelijkheid@voorbeeld.nl",
        }


class InfoBodyBlock(BodyBlock):
    accessibility_statement = AccessibilityStatementBlock()
