"""The secretaries of the second edition: every setting of their portraits."""

from __future__ import annotations

from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, mix
from .complexions import (
    BLACK,
    BLUE_EYES,
    BROWN,
    CHESTNUT,
    DARK_EYES,
    DEEP,
    FAIR,
    GREEN_EYES,
    GREY,
    GREY_EYES,
    HAZEL_EYES,
    OLIVE,
    ROSY,
    SALT,
    SILVER,
    WARM,
)
from .person import Backdrop, Clothes, Extras, Face, Hair, Portrait, Pose

SECOND: dict[str, Portrait] = {
    "chantal-ramdin": Portrait(
        alt=(
            "Getekend portret van Chantal Ramdin: vrouw met lang zwart haar, gouden oorringen en een helderblauwe "
            "blazer voor groene houten huizen aan de Zaan."
        ),
        face=Face(
            BROWN,
            width=180,
            jaw=138,
            chin=46,
            slant=5,
            age=0.22,
            blush=0.3,
            iris=DARK_EYES,
            eye=1.08,
            lash=1.0,
            brow=(34, 24, 24),
            brow_arch=0.6,
            brow_weight=1.1,
            nose=1.1,
            lips=1.3,
            lip=(142, 56, 58),
            smile=0.65,
        ),
        hair=Hair("long", BLACK),
        clothes=Clothes("blazer", DELFT, "round", mix(OCHRE, PAPER, 0.55), accent=OCHRE, broad=0.92),
        backdrop=Backdrop("wooden_houses", mix(SKY, PAPER, 0.3), PAPER),
        pose=Pose(turn=-0.18, tilt=-0.04, gaze=0.15, shadow=-1),
        extras=Extras(earrings="hoop", necklace="pendant"),
    ),
    "hendrik-jan-brouwer": Portrait(
        alt=(
            "Getekend portret van Hendrik-Jan Brouwer: man met achterovergekamd grijs haar, een volle baard en een "
            "wollen jas met sjaal aan de rand van het Edese bos."
        ),
        face=Face(
            WARM,
            width=194,
            jaw=168,
            chin=64,
            length=276,
            slant=-6,
            age=0.7,
            eye=0.95,
            iris=BLUE_EYES,
            open=0.9,
            brow=SALT,
            brow_weight=1.35,
            nose=1.14,
            smile=0.4,
        ),
        hair=Hair("swept", GREY, "full", (132, 130, 130)),
        clothes=Clothes("scarf", mix(INK, DELFT, 0.2), "shirt", PAPER, accent=mix(OCHRE, BRICK, 0.25), broad=1.06),
        backdrop=Backdrop("forest", mix(OCHRE, PAPER, 0.68), mix(BLUSH, PAPER, 0.3)),
        pose=Pose(turn=-0.22, tilt=0.03, shadow=-1, gaze=-0.1),
    ),
    "nynke-feenstra": Portrait(
        alt=(
            "Getekend portret van Nynke Feenstra: jonge vrouw met een korte witblonde bob en een rode gebreide trui "
            "voor de Waddendijk met schapen."
        ),
        face=Face(
            FAIR,
            width=184,
            jaw=146,
            chin=42,
            length=254,
            slant=2,
            age=0.1,
            nose=0.9,
            nose_length=0.95,
            mouth=0.9,
            blush=0.55,
            iris=GREY_EYES,
            eye=1.1,
            lash=0.4,
            brow=(176, 138, 88),
            smile=0.6,
            lip=(204, 100, 96),
        ),
        hair=Hair("short_bob", (232, 204, 148)),
        clothes=Clothes("jumper", mix(BRICK, PAPER, 0.08), "round", PAPER, broad=0.88),
        backdrop=Backdrop("dyke", mix(SKY, DELFT, 0.12), PAPER),
        pose=Pose(turn=0.2, tilt=0.06, gaze=0.0),
    ),
    "mehmet-yildiz": Portrait(
        alt=(
            "Getekend portret van Mehmet Yıldız: man met dik zwart haar, een korte grijzende baard en een lichtblauw "
            "overhemd onder een donker colbert voor de IJssel bij Deventer."
        ),
        face=Face(
            OLIVE,
            width=188,
            jaw=158,
            chin=58,
            length=272,
            slant=-1,
            age=0.45,
            iris=DARK_EYES,
            brow=(36, 28, 28),
            brow_weight=1.45,
            nose=1.18,
            nose_length=1.06,
            mouth=1.02,
            smile=0.6,
        ),
        hair=Hair("thick", BLACK, "short", (84, 78, 78)),
        clothes=Clothes("blazer", mix(INK, PAPER, 0.18), "shirt", mix(DELFT, PAPER, 0.68), broad=1.05),
        backdrop=Backdrop("river_front", mix(BLUSH, OCHRE, 0.22), PAPER),
        pose=Pose(turn=0.2, tilt=-0.03, shadow=1, gaze=-0.1),
    ),
    "carolien-bakker-ter-horst": Portrait(
        alt=(
            "Getekend portret van Carolien Bakker-ter Horst: vrouw met golvend roodblond haar, een opvallende bril en "
            "een zandkleurige blazer voor een Achterhoekse molen."
        ),
        face=Face(
            ROSY,
            width=191,
            jaw=154,
            chin=52,
            length=262,
            slant=-2,
            age=0.5,
            blush=0.45,
            mouth=1.05,
            iris=GREEN_EYES,
            lash=0.5,
            brow=(150, 96, 58),
            brow_arch=0.3,
            lip=(188, 84, 76),
            smile=0.7,
        ),
        hair=Hair("lob", (202, 138, 82)),
        clothes=Clothes(
            "blazer", mix(OCHRE, mix(PAPER, INK, 0.3), 0.6), "v", mix(INK, DELFT, 0.3), accent=OCHRE, broad=0.95
        ),
        backdrop=Backdrop("coulisses", SKY, mix(SKY, PAPER, 0.75)),
        pose=Pose(turn=-0.14, tilt=0.05, gaze=0.1, shadow=1),
        extras=Extras(glasses="cat", glasses_colour=mix(DELFT, INK, 0.3)),
    ),
    "thomas-okafor": Portrait(
        alt=(
            "Getekend portret van Thomas Okafor: man met kort kroeshaar, een verzorgd baardje en een wijnrode "
            "coltrui onder een blauw colbert, voor windmolens in het nieuwe land."
        ),
        face=Face(
            DEEP,
            width=186,
            jaw=154,
            chin=58,
            length=274,
            slant=3,
            age=0.25,
            blush=0.15,
            iris=DARK_EYES,
            brow=(28, 20, 20),
            brow_weight=1.2,
            nose=1.32,
            lips=1.4,
            lip=(118, 58, 54),
            mouth=1.04,
            smile=0.65,
        ),
        hair=Hair("coil", (30, 25, 28), "goatee", (34, 27, 28)),
        clothes=Clothes("blazer", mix(DELFT, SKY, 0.12), "roll", mix(BRICK, INK, 0.4), broad=1.05),
        backdrop=Backdrop("turbines", mix(OCHRE, PAPER, 0.5), mix(BLUSH, BRICK, 0.12)),
        pose=Pose(turn=0.22, tilt=0.02, gaze=0.1),
    ),
    "ingrid-maas": Portrait(
        alt=(
            "Getekend portret van Ingrid Maas: vrouw met een zilverwitte bob met pony, een rode bril en een "
            "kralenketting voor een boograam met de oude brug van Maastricht."
        ),
        face=Face(
            FAIR,
            width=184,
            jaw=142,
            chin=48,
            slant=-4,
            age=0.78,
            iris=BLUE_EYES,
            lash=0.5,
            brow=GREY,
            lip=(186, 60, 54),
            smile=0.55,
        ),
        hair=Hair("fringe_bob", (222, 220, 214)),
        clothes=Clothes("blazer", mix(INK, DELFT, 0.25), "round", mix(INK, SAGE, 0.4), accent=OCHRE, broad=0.94),
        backdrop=Backdrop("arch_bridge", mix(BLUSH, PAPER, 0.3), PAPER, wall=mix(BRICK, BLUSH, 0.5)),
        pose=Pose(turn=-0.12, tilt=-0.05, gaze=0.1, shadow=-1),
        extras=Extras(glasses="round", glasses_colour=BRICK, necklace="beads"),
    ),
    "wouter-dhondt": Portrait(
        alt=(
            "Getekend portret van Wouter d’Hondt: man met golvend bruin haar, een flinke snor en een blauwe coltrui "
            "onder een jasje voor de havenkranen van Terneuzen."
        ),
        face=Face(
            WARM,
            width=178,
            jaw=140,
            chin=50,
            length=286,
            slant=-5,
            age=0.5,
            eye=0.96,
            iris=HAZEL_EYES,
            brow=CHESTNUT,
            brow_weight=1.2,
            nose=1.12,
            nose_length=1.08,
            smile=0.45,
        ),
        hair=Hair("wavy", (116, 84, 62), "moustache", (104, 72, 52)),
        clothes=Clothes("blazer", mix(SAGE, INK, 0.5), "roll", mix(DELFT, PAPER, 0.1), broad=1.03),
        backdrop=Backdrop("harbour", mix(SKY, PAPER, 0.15), PAPER),
        pose=Pose(turn=0.25, tilt=0.03, gaze=0.1),
    ),
    "erik-zijlstra": Portrait(
        alt=(
            "Getekend portret van Erik Zijlstra: oudere man met witte krullen opzij, een ronde bril en een "
            "donkerblauw colbert met stropdas voor de grachtenhuizen van Haarlem."
        ),
        face=Face(
            FAIR,
            width=180,
            jaw=138,
            chin=46,
            length=278,
            slant=-6,
            age=0.95,
            eye=0.95,
            blush=0.5,
            iris=BLUE_EYES,
            open=0.9,
            brow=SILVER,
            brow_weight=1.3,
            nose=1.15,
            nose_length=1.05,
            smile=0.8,
        ),
        hair=Hair("balding_curls", (228, 226, 220)),
        clothes=Clothes("blazer", mix(DELFT, INK, 0.4), "tie", PAPER, accent=mix(SAGE, INK, 0.2), broad=0.98),
        backdrop=Backdrop("canal", mix(SKY, PAPER, 0.2), PAPER),
        pose=Pose(turn=-0.2, tilt=0.04, shadow=-1, gaze=-0.05),
        extras=Extras(glasses="round", glasses_colour=INK),
    ),
}
