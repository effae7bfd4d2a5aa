"""The secretaries of the first edition: every setting of their portraits."""

from __future__ import annotations

from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, mix
from .complexions import (
    ASH,
    BLOND,
    BLUE_EYES,
    COPPER,
    DARK_EYES,
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

FIRST: dict[str, Portrait] = {
    "marijke-van-der-velde": Portrait(
        alt=(
            "Getekend portret van Marijke van der Velde: vrouw met kort grijs haar, pareloorbellen en een groene blazer "
            "voor een Fries meer met zeilboten."
        ),
        face=Face(
            FAIR,
            width=182,
            jaw=140,
            chin=48,
            slant=-2,
            age=0.62,
            iris=BLUE_EYES,
            lash=0.5,
            brow=GREY,
            brow_arch=0.5,
            lip=(190, 92, 86),
            smile=0.7,
        ),
        hair=Hair("pixie", SILVER),
        clothes=Clothes("blazer", mix(SAGE, INK, 0.28), "round", PAPER, broad=0.92),
        backdrop=Backdrop("lake", SKY, mix(SKY, PAPER, 0.6)),
        pose=Pose(turn=0.2, tilt=0.035, gaze=0.1),
        extras=Extras(earrings="stud", earring_colour=(244, 236, 224)),
    ),
    "bas-hoekstra": Portrait(
        alt=(
            "Getekend portret van Bas Hoekstra: man met warrig koperblond haar, een korte baard en een donkerblauwe "
            "trui voor een Groninger kerkje in de polder."
        ),
        face=Face(
            ROSY,
            width=190,
            jaw=160,
            chin=60,
            length=272,
            slant=-3,
            age=0.42,
            blush=0.5,
            iris=BLUE_EYES,
            brow=(140, 82, 48),
            brow_weight=1.15,
            nose=1.1,
            mouth=1.05,
            smile=0.8,
            teeth=True,
            freckles=True,
        ),
        hair=Hair("tousled", (190, 116, 62), "short", (168, 92, 50)),
        clothes=Clothes("jumper", mix(DELFT, INK, 0.5), "shirt", PAPER, broad=1.06),
        backdrop=Backdrop("polder", mix(OCHRE, PAPER, 0.7), PAPER),
        pose=Pose(turn=-0.18, tilt=-0.03, shadow=-1),
    ),
    "fatima-el-amrani": Portrait(
        alt=(
            "Getekend portret van Fatima el Amrani: vrouw met een okergele hoofddoek en een donkerblauwe blazer voor "
            "een boograam met de hoogbouw van Almere aan het water."
        ),
        face=Face(
            OLIVE,
            width=180,
            jaw=140,
            chin=46,
            slant=5,
            age=0.25,
            iris=DARK_EYES,
            eye=1.06,
            lash=1.0,
            brow=(52, 36, 32),
            brow_weight=1.1,
            brow_arch=0.7,
            lips=1.15,
            lip=(164, 74, 70),
            smile=0.6,
        ),
        hair=Hair("headscarf", mix(OCHRE, BRICK, 0.12)),
        clothes=Clothes("blazer", mix(DELFT, INK, 0.55), "round", PAPER, broad=0.93),
        backdrop=Backdrop("waterfront", mix(SKY, BLUSH, 0.5), BLUSH, wall=mix(DELFT, SKY, 0.5)),
        pose=Pose(turn=0.16, tilt=0.04, gaze=-0.1),
    ),
    "joost-van-t-hoff": Portrait(
        alt=(
            "Getekend portret van Joost van ’t Hoff: man met peper-en-zoutkleurig haar, een hoekige bril en een bruin "
            "colbert voor een boograam met de kathedraal van ’s-Hertogenbosch."
        ),
        face=Face(
            WARM,
            width=177,
            jaw=142,
            chin=54,
            length=286,
            slant=-5,
            age=0.6,
            iris=GREY_EYES,
            open=0.9,
            brow=SALT,
            brow_weight=1.2,
            nose=1.12,
            nose_length=1.06,
            smile=0.35,
        ),
        hair=Hair("side_part", (118, 114, 114)),
        clothes=Clothes("blazer", mix(BRICK, INK, 0.55), "shirt", mix(SKY, PAPER, 0.4), broad=1.02),
        backdrop=Backdrop("cathedral", mix(SKY, PAPER, 0.35), PAPER, wall=mix(SKY, DELFT, 0.25)),
        pose=Pose(turn=0.24, tilt=0.0, gaze=-0.15, shadow=1),
        extras=Extras(glasses="square", glasses_colour=INK),
    ),
    "annelies-de-graaf": Portrait(
        alt=(
            "Getekend portret van Annelies de Graaf: vrouw met een asblonde bob, gouden oorbellen en een steenrood "
            "vest voor een boograam met de stadspoort van Amersfoort."
        ),
        face=Face(
            FAIR,
            width=190,
            jaw=152,
            chin=54,
            length=264,
            slant=-3,
            age=0.66,
            nose=1.06,
            mouth=1.06,
            iris=GREEN_EYES,
            lash=0.6,
            brow=(132, 100, 70),
            brow_arch=0.4,
            open=0.92,
            lip=(184, 82, 78),
            smile=0.55,
        ),
        hair=Hair("bob", ASH),
        clothes=Clothes("cardigan", BRICK, "v", PAPER, accent=OCHRE, broad=0.94),
        backdrop=Backdrop("city_gate", mix(SAGE, PAPER, 0.62), PAPER, wall=mix(SAGE, PAPER, 0.3)),
        pose=Pose(turn=-0.2, tilt=-0.045, gaze=0.2, shadow=-1),
        extras=Extras(earrings="drop", necklace="pendant"),
    ),
    "ruud-janssen": Portrait(
        alt=(
            "Getekend portret van Ruud Janssen: kale man met een grijs sikje, een donker pak en een rode stropdas "
            "voor een boograam met de torens van Roermond."
        ),
        face=Face(
            ROSY,
            width=196,
            jaw=172,
            chin=64,
            length=264,
            slant=-6,
            age=0.75,
            blush=0.55,
            iris=HAZEL_EYES,
            open=0.86,
            brow=GREY,
            brow_weight=1.2,
            nose=1.22,
            mouth=1.02,
            smile=0.5,
        ),
        hair=Hair("bald", GREY, "goatee", (168, 168, 168)),
        clothes=Clothes("blazer", mix(INK, DELFT, 0.15), "tie", PAPER, accent=BRICK, broad=1.08),
        backdrop=Backdrop("twin_towers", mix(BLUSH, OCHRE, 0.15), PAPER, wall=mix(OCHRE, PAPER, 0.3)),
        pose=Pose(turn=0.12, tilt=0.02, shadow=1),
    ),
    "sanne-wiersma": Portrait(
        alt=(
            "Getekend portret van Sanne Wiersma: vrouw met een blonde paardenstaart over haar schouder en een "
            "mosgroene coltrui voor de hei met een hunebed."
        ),
        face=Face(
            FAIR,
            width=176,
            jaw=134,
            chin=46,
            length=272,
            slant=3,
            age=0.12,
            nose=0.92,
            mouth=0.96,
            blush=0.5,
            iris=BLUE_EYES,
            eye=1.06,
            lash=0.6,
            brow=(158, 118, 70),
            brow_arch=0.2,
            smile=0.75,
            lip=(200, 98, 92),
            freckles=True,
        ),
        hair=Hair("ponytail", BLOND),
        clothes=Clothes("none", SAGE, "roll", mix(SAGE, INK, 0.42), broad=0.9),
        backdrop=Backdrop("heath", mix(SKY, PAPER, 0.3), mix(BLUSH, PAPER, 0.4)),
        pose=Pose(turn=0.22, tilt=0.05, gaze=0.15),
        extras=Extras(earrings="stud"),
    ),
    "dennis-kuipers": Portrait(
        alt=(
            "Getekend portret van Dennis Kuipers: jonge man met een donkerblonde kuif, stoppelbaard en een okergele "
            "trui voor een straat in Zwolle met de Peperbus."
        ),
        face=Face(
            FAIR,
            width=182,
            jaw=154,
            chin=60,
            length=276,
            slant=1,
            age=0.15,
            iris=GREEN_EYES,
            brow=(110, 78, 50),
            brow_weight=1.2,
            smile=0.85,
            teeth=True,
            mouth=1.04,
        ),
        hair=Hair("quiff", (146, 104, 62), "stubble", (110, 76, 54)),
        clothes=Clothes("jumper", mix(OCHRE, BRICK, 0.08), "shirt", PAPER, broad=1.0),
        backdrop=Backdrop("old_street", SKY, mix(SKY, PAPER, 0.7)),
        pose=Pose(turn=-0.24, tilt=0.04, gaze=0.2, shadow=-1),
    ),
    "yvonne-adriaanse": Portrait(
        alt=(
            "Getekend portret van Yvonne Adriaanse: vrouw met een grote bos koperrode krullen, oorringen en een "
            "blauwe sjaal voor de abdij van Middelburg."
        ),
        face=Face(
            ROSY,
            width=184,
            jaw=142,
            chin=48,
            slant=2,
            age=0.5,
            blush=0.5,
            iris=GREEN_EYES,
            lash=0.7,
            brow=(128, 68, 42),
            brow_arch=0.6,
            lip=(186, 78, 70),
            smile=0.8,
            teeth=True,
            freckles=True,
        ),
        hair=Hair("curls", COPPER),
        clothes=Clothes("scarf", mix(INK, SAGE, 0.2), "round", PAPER, accent=mix(DELFT, SKY, 0.15), broad=0.95),
        backdrop=Backdrop("abbey", mix(SKY, PAPER, 0.4), PAPER),
        pose=Pose(turn=0.14, tilt=-0.04, gaze=-0.1),
        extras=Extras(earrings="hoop"),
    ),
    "peter-slootweg": Portrait(
        alt=(
            "Getekend portret van Peter Slootweg: man met een kale kruin, grijs haar opzij, een ronde bril en een "
            "groen vest in een kas vol tomaten."
        ),
        face=Face(
            ROSY,
            width=194,
            jaw=160,
            chin=56,
            length=258,
            slant=-5,
            age=0.8,
            mouth=0.96,
            blush=0.5,
            iris=BLUE_EYES,
            brow=GREY,
            brow_weight=1.25,
            nose=1.16,
            smile=0.7,
        ),
        hair=Hair("balding", (170, 170, 170)),
        clothes=Clothes("cardigan", mix(SAGE, INK, 0.35), "shirt", mix(SKY, PAPER, 0.3), broad=1.0),
        backdrop=Backdrop("greenhouse", mix(OCHRE, PAPER, 0.75), mix(SAGE, PAPER, 0.7)),
        pose=Pose(turn=-0.16, tilt=-0.03, shadow=1, gaze=0.1),
        extras=Extras(glasses="round", glasses_colour=mix(BRICK, INK, 0.5)),
    ),
    "loes-van-den-heuvel": Portrait(
        alt=(
            "Getekend portret van Loes van den Heuvel: vrouw met donkerbruin opgestoken haar, rode oorbellen en een "
            "bordeauxrode blazer voor de Grote Kerk van Breda."
        ),
        face=Face(
            WARM,
            width=174,
            jaw=132,
            chin=46,
            length=278,
            slant=6,
            age=0.42,
            nose=0.96,
            mouth=0.94,
            iris=HAZEL_EYES,
            lash=0.9,
            brow=(64, 40, 34),
            brow_arch=0.9,
            lips=1.1,
            lip=(172, 54, 52),
            smile=0.45,
        ),
        hair=Hair("bun", (74, 46, 38)),
        clothes=Clothes("blazer", mix(BRICK, INK, 0.38), "v", mix(BLUSH, PAPER, 0.4), broad=0.92),
        backdrop=Backdrop("big_church", mix(BLUSH, PAPER, 0.2), PAPER),
        pose=Pose(turn=0.26, tilt=0.0, gaze=-0.2, shadow=1),
        extras=Extras(earrings="drop", earring_colour=BRICK),
    ),
}
