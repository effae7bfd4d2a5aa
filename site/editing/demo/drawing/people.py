"""The twenty secretaries: every setting of every portrait, and the Dutch description."""

from __future__ import annotations

from .colour import BLUSH, BRICK, DELFT, INK, OCHRE, PAPER, SAGE, SKY, mix
from .person import Backdrop, Clothes, Extras, Face, Hair, Portrait, Pose

FAIR = (240, 200, 174)
ROSY = (236, 188, 164)
WARM = (226, 178, 144)
OLIVE = (206, 156, 118)
BROWN = (168, 112, 78)
DEEP = (110, 70, 50)

BLUE_EYES = (92, 130, 160)
GREEN_EYES = (104, 128, 98)
GREY_EYES = (112, 126, 134)
HAZEL_EYES = (128, 98, 58)
DARK_EYES = (72, 46, 34)

SILVER = (206, 206, 204)
GREY = (150, 152, 156)
SALT = (104, 100, 100)
BLOND = (218, 176, 108)
ASH = (178, 146, 104)
COPPER = (176, 92, 50)
CHESTNUT = (98, 58, 42)
BLACK = (38, 32, 36)

PORTRAITS: dict[str, Portrait] = {
    "marijke-van-der-velde": Portrait(
        alt="Getekend portret van Marijke van der Velde: vrouw met kort grijs haar, parelknopjes en een groene blazer voor een Fries meer met zeilboten.",
        face=Face(FAIR, width=182, jaw=140, chin=48, age=0.62, iris=BLUE_EYES, lash=0.5, brow=GREY, brow_arch=0.5, lip=(190, 92, 86), smile=0.7),
        hair=Hair("pixie", SILVER),
        clothes=Clothes("blazer", mix(SAGE, INK, 0.28), "round", PAPER, broad=0.92),
        backdrop=Backdrop("lake", SKY, mix(SKY, PAPER, 0.6)),
        pose=Pose(turn=0.2, tilt=0.035, gaze=0.1),
        extras=Extras(earrings="stud", earring_colour=(244, 236, 224)),
    ),
    "bas-hoekstra": Portrait(
        alt="Getekend portret van Bas Hoekstra: man met warrig koperblond haar, een korte baard en een donkerblauwe trui voor een Groninger kerkje in de polder.",
        face=Face(ROSY, width=190, jaw=160, chin=60, length=272, age=0.42, blush=0.5, iris=BLUE_EYES, brow=(140, 82, 48), brow_weight=1.15, nose=1.1, mouth=1.05, smile=0.8, teeth=True, freckles=True),
        hair=Hair("tousled", (190, 116, 62), "short", (168, 92, 50)),
        clothes=Clothes("jumper", mix(DELFT, INK, 0.5), "shirt", PAPER, broad=1.06),
        backdrop=Backdrop("polder", mix(OCHRE, PAPER, 0.7), PAPER),
        pose=Pose(turn=-0.18, tilt=-0.03, shadow=-1),
    ),
    "fatima-el-amrani": Portrait(
        alt="Getekend portret van Fatima el Amrani: vrouw met een okergele hoofddoek en een donkerblauwe blazer voor de torens van Almere aan het water.",
        face=Face(OLIVE, width=180, jaw=140, chin=46, age=0.25, iris=DARK_EYES, eye=1.06, lash=1.0, brow=(52, 36, 32), brow_weight=1.1, brow_arch=0.7, lips=1.15, lip=(164, 74, 70), smile=0.6),
        hair=Hair("headscarf", mix(OCHRE, BRICK, 0.12)),
        clothes=Clothes("blazer", mix(DELFT, INK, 0.55), "round", PAPER, broad=0.93),
        backdrop=Backdrop("waterfront", mix(SKY, BLUSH, 0.5), BLUSH),
        pose=Pose(turn=0.16, tilt=0.04, gaze=-0.1),
    ),
    "joost-van-t-hoff": Portrait(
        alt="Getekend portret van Joost van ’t Hoff: man met peper-en-zoutkleurig haar, een hoekige bril en een bruin colbert voor de kathedraal van ’s-Hertogenbosch.",
        face=Face(WARM, width=184, jaw=152, chin=56, length=276, age=0.6, iris=GREY_EYES, open=0.9, brow=SALT, brow_weight=1.2, nose=1.12, nose_length=1.06, smile=0.35),
        hair=Hair("side_part", (118, 114, 114)),
        clothes=Clothes("blazer", mix(BRICK, INK, 0.55), "shirt", mix(SKY, PAPER, 0.4), broad=1.02),
        backdrop=Backdrop("cathedral", mix(SKY, PAPER, 0.35), PAPER, wall=mix(SKY, DELFT, 0.25)),
        pose=Pose(turn=0.24, tilt=0.0, gaze=-0.15, shadow=1),
        extras=Extras(glasses="square", glasses_colour=INK),
    ),
    "annelies-de-graaf": Portrait(
        alt="Getekend portret van Annelies de Graaf: vrouw met een asblonde bob, gouden oorbellen en een steenrood vest voor de stadspoort van Amersfoort.",
        face=Face(FAIR, width=186, jaw=144, chin=50, age=0.66, iris=GREEN_EYES, lash=0.6, brow=(132, 100, 70), brow_arch=0.4, open=0.92, lip=(184, 82, 78), smile=0.55),
        hair=Hair("bob", ASH),
        clothes=Clothes("cardigan", BRICK, "v", PAPER, accent=OCHRE, broad=0.94),
        backdrop=Backdrop("city_gate", mix(SAGE, PAPER, 0.62), PAPER, wall=mix(SAGE, PAPER, 0.3)),
        pose=Pose(turn=-0.2, tilt=-0.045, gaze=0.2, shadow=-1),
        extras=Extras(earrings="drop", necklace="pendant"),
    ),
    "ruud-janssen": Portrait(
        alt="Getekend portret van Ruud Janssen: kale man met een grijs sikje, een donker pak en een rode stropdas voor de torens van Roermond aan de Maas.",
        face=Face(ROSY, width=192, jaw=164, chin=60, length=270, age=0.75, blush=0.55, iris=HAZEL_EYES, open=0.86, brow=GREY, brow_weight=1.2, nose=1.22, mouth=1.02, smile=0.5),
        hair=Hair("bald", GREY, "goatee", (168, 168, 168)),
        clothes=Clothes("blazer", mix(INK, DELFT, 0.15), "tie", PAPER, accent=BRICK, broad=1.08),
        backdrop=Backdrop("twin_towers", mix(BLUSH, OCHRE, 0.15), PAPER, wall=mix(OCHRE, PAPER, 0.3)),
        pose=Pose(turn=0.12, tilt=0.02, shadow=1),
    ),
    "sanne-wiersma": Portrait(
        alt="Getekend portret van Sanne Wiersma: vrouw met een blonde paardenstaart over haar schouder en een mosgroene coltrui voor de hei met een hunebed.",
        face=Face(FAIR, width=178, jaw=136, chin=46, age=0.12, blush=0.5, iris=BLUE_EYES, eye=1.06, lash=0.6, brow=(158, 118, 70), brow_arch=0.2, smile=0.75, lip=(200, 98, 92), freckles=True),
        hair=Hair("ponytail", BLOND),
        clothes=Clothes("none", SAGE, "roll", mix(SAGE, INK, 0.42), broad=0.9),
        backdrop=Backdrop("heath", mix(SKY, PAPER, 0.3), mix(BLUSH, PAPER, 0.4)),
        pose=Pose(turn=0.22, tilt=0.05, gaze=0.15),
        extras=Extras(earrings="stud"),
    ),
    "dennis-kuipers": Portrait(
        alt="Getekend portret van Dennis Kuipers: jonge man met een donkerblonde kuif, stoppelbaard en een okergele trui voor een straat in Zwolle met de Peperbus.",
        face=Face(FAIR, width=182, jaw=154, chin=60, length=276, age=0.15, iris=GREEN_EYES, brow=(110, 78, 50), brow_weight=1.2, smile=0.85, teeth=True, mouth=1.04),
        hair=Hair("quiff", (146, 104, 62), "stubble", (110, 76, 54)),
        clothes=Clothes("jumper", mix(OCHRE, BRICK, 0.08), "shirt", PAPER, broad=1.0),
        backdrop=Backdrop("old_street", SKY, mix(SKY, PAPER, 0.7)),
        pose=Pose(turn=-0.24, tilt=0.04, gaze=0.2, shadow=-1),
    ),
    "yvonne-adriaanse": Portrait(
        alt="Getekend portret van Yvonne Adriaanse: vrouw met een grote bos koperrode krullen, oorringen en een blauwe sjaal voor de abdij van Middelburg.",
        face=Face(ROSY, width=184, jaw=142, chin=48, age=0.5, blush=0.5, iris=GREEN_EYES, lash=0.7, brow=(128, 68, 42), brow_arch=0.6, lip=(186, 78, 70), smile=0.8, teeth=True, freckles=True),
        hair=Hair("curls", COPPER),
        clothes=Clothes("scarf", mix(INK, SAGE, 0.2), "round", PAPER, accent=mix(DELFT, SKY, 0.15), broad=0.95),
        backdrop=Backdrop("abbey", mix(SKY, PAPER, 0.4), PAPER),
        pose=Pose(turn=0.14, tilt=-0.04, gaze=-0.1),
        extras=Extras(earrings="hoop"),
    ),
    "peter-slootweg": Portrait(
        alt="Getekend portret van Peter Slootweg: man met een kale kruin, grijs haar opzij, een ronde bril en een groen vest in een kas vol tomaten.",
        face=Face(ROSY, width=188, jaw=150, chin=52, length=266, age=0.8, blush=0.5, iris=BLUE_EYES, brow=GREY, brow_weight=1.25, nose=1.16, smile=0.7),
        hair=Hair("balding", (170, 170, 170)),
        clothes=Clothes("cardigan", mix(SAGE, INK, 0.35), "shirt", mix(SKY, PAPER, 0.3), broad=1.0),
        backdrop=Backdrop("greenhouse", mix(OCHRE, PAPER, 0.75), mix(SAGE, PAPER, 0.7)),
        pose=Pose(turn=-0.16, tilt=-0.03, shadow=1, gaze=0.1),
        extras=Extras(glasses="round", glasses_colour=mix(BRICK, INK, 0.5)),
    ),
    "loes-van-den-heuvel": Portrait(
        alt="Getekend portret van Loes van den Heuvel: vrouw met donkerbruin opgestoken haar, rode oorbellen en een bordeauxrode blazer voor de Grote Kerk van Breda.",
        face=Face(WARM, width=178, jaw=138, chin=50, length=274, age=0.42, iris=HAZEL_EYES, lash=0.9, brow=(64, 40, 34), brow_arch=0.9, lips=1.1, lip=(172, 54, 52), smile=0.45),
        hair=Hair("bun", (74, 46, 38)),
        clothes=Clothes("blazer", mix(BRICK, INK, 0.38), "v", mix(BLUSH, PAPER, 0.4), broad=0.92),
        backdrop=Backdrop("big_church", mix(BLUSH, PAPER, 0.2), PAPER),
        pose=Pose(turn=0.26, tilt=0.0, gaze=-0.2, shadow=1),
        extras=Extras(earrings="drop", earring_colour=BRICK),
    ),
    "chantal-ramdin": Portrait(
        alt="Getekend portret van Chantal Ramdin: vrouw met lang zwart haar, gouden oorringen en een helderblauwe blazer voor groene houten huizen aan de Zaan.",
        face=Face(BROWN, width=180, jaw=138, chin=46, age=0.22, blush=0.3, iris=DARK_EYES, eye=1.08, lash=1.0, brow=(34, 24, 24), brow_arch=0.6, brow_weight=1.1, nose=1.1, lips=1.3, lip=(142, 56, 58), smile=0.65),
        hair=Hair("long", BLACK),
        clothes=Clothes("blazer", DELFT, "round", mix(OCHRE, PAPER, 0.55), accent=OCHRE, broad=0.92),
        backdrop=Backdrop("wooden_houses", mix(SKY, PAPER, 0.3), PAPER, wall=mix(BLUSH, OCHRE, 0.2)),
        pose=Pose(turn=-0.18, tilt=-0.04, gaze=0.15, shadow=-1),
        extras=Extras(earrings="hoop", necklace="pendant"),
    ),
    "hendrik-jan-brouwer": Portrait(
        alt="Getekend portret van Hendrik-Jan Brouwer: man met achterovergekamd grijs haar, een volle baard en een wollen jas met sjaal aan de rand van het Edese bos.",
        face=Face(WARM, width=188, jaw=158, chin=60, length=278, age=0.7, iris=BLUE_EYES, open=0.9, brow=SALT, brow_weight=1.35, nose=1.14, smile=0.4),
        hair=Hair("swept", GREY, "full", (132, 130, 130)),
        clothes=Clothes("scarf", mix(INK, DELFT, 0.2), "shirt", PAPER, accent=mix(OCHRE, BRICK, 0.25), broad=1.06),
        backdrop=Backdrop("forest", mix(OCHRE, PAPER, 0.68), mix(BLUSH, PAPER, 0.3)),
        pose=Pose(turn=-0.22, tilt=0.03, shadow=-1, gaze=-0.1),
    ),
    "nynke-feenstra": Portrait(
        alt="Getekend portret van Nynke Feenstra: jonge vrouw met een witblonde korte bob en een gestreept rode trui voor de Waddendijk met schapen.",
        face=Face(FAIR, width=180, jaw=138, chin=44, length=262, age=0.1, blush=0.55, iris=GREY_EYES, eye=1.1, lash=0.4, brow=(176, 138, 88), smile=0.6, lip=(204, 100, 96)),
        hair=Hair("short_bob", (232, 204, 148)),
        clothes=Clothes("jumper", mix(BRICK, PAPER, 0.08), "round", PAPER, broad=0.88),
        backdrop=Backdrop("dyke", mix(SKY, DELFT, 0.12), PAPER),
        pose=Pose(turn=0.2, tilt=0.06, gaze=0.0),
    ),
    "mehmet-yildiz": Portrait(
        alt="Getekend portret van Mehmet Yıldız: man met dik zwart haar, een korte grijzende baard en een lichtblauw overhemd onder een donker colbert voor de IJssel bij Deventer.",
        face=Face(OLIVE, width=188, jaw=158, chin=58, length=272, age=0.45, iris=DARK_EYES, brow=(36, 28, 28), brow_weight=1.45, nose=1.18, nose_length=1.06, mouth=1.02, smile=0.6),
        hair=Hair("thick", BLACK, "short", (84, 78, 78)),
        clothes=Clothes("blazer", mix(INK, PAPER, 0.18), "shirt", mix(DELFT, PAPER, 0.68), broad=1.05),
        backdrop=Backdrop("river_front", mix(BLUSH, OCHRE, 0.22), PAPER),
        pose=Pose(turn=0.2, tilt=-0.03, shadow=1, gaze=-0.1),
    ),
    "carolien-bakker-ter-horst": Portrait(
        alt="Getekend portret van Carolien Bakker-ter Horst: vrouw met golvend roodblond haar, een opvallende bril en een zandkleurige blazer voor een Achterhoekse molen.",
        face=Face(ROSY, width=186, jaw=146, chin=50, age=0.5, blush=0.45, iris=GREEN_EYES, lash=0.5, brow=(150, 96, 58), brow_arch=0.3, lip=(188, 84, 76), smile=0.7),
        hair=Hair("lob", (202, 138, 82)),
        clothes=Clothes("blazer", mix(OCHRE, mix(PAPER, INK, 0.3), 0.6), "v", mix(INK, DELFT, 0.3), accent=OCHRE, broad=0.95),
        backdrop=Backdrop("coulisses", SKY, mix(SKY, PAPER, 0.75)),
        pose=Pose(turn=-0.14, tilt=0.05, gaze=0.1, shadow=1),
        extras=Extras(glasses="cat", glasses_colour=mix(DELFT, INK, 0.3)),
    ),
    "thomas-okafor": Portrait(
        alt="Getekend portret van Thomas Okafor: zwarte man met kort kroeshaar, een verzorgd baardje en een wijnrode coltrui voor windmolens in het nieuwe land.",
        face=Face(DEEP, width=186, jaw=154, chin=58, length=274, age=0.25, blush=0.15, iris=DARK_EYES, brow=(28, 20, 20), brow_weight=1.2, nose=1.32, lips=1.4, lip=(118, 58, 54), mouth=1.04, smile=0.65),
        hair=Hair("coil", (30, 25, 28), "goatee", (34, 27, 28)),
        clothes=Clothes("blazer", mix(DELFT, SKY, 0.12), "roll", mix(BRICK, INK, 0.4), broad=1.05),
        backdrop=Backdrop("turbines", mix(OCHRE, PAPER, 0.5), mix(BLUSH, BRICK, 0.12)),
        pose=Pose(turn=0.22, tilt=0.02, gaze=0.1),
    ),
    "ingrid-maas": Portrait(
        alt="Getekend portret van Ingrid Maas: vrouw met een zilverwitte bob met pony, een rode bril en een kralenketting voor de oude Maasbrug van Maastricht.",
        face=Face(FAIR, width=184, jaw=142, chin=48, age=0.78, iris=BLUE_EYES, lash=0.5, brow=GREY, lip=(186, 60, 54), smile=0.55),
        hair=Hair("fringe_bob", (222, 220, 214)),
        clothes=Clothes("blazer", mix(INK, DELFT, 0.25), "round", mix(INK, SAGE, 0.4), accent=OCHRE, broad=0.94),
        backdrop=Backdrop("arch_bridge", mix(BLUSH, PAPER, 0.3), PAPER, wall=mix(BRICK, BLUSH, 0.5)),
        pose=Pose(turn=-0.12, tilt=-0.05, gaze=0.1, shadow=-1),
        extras=Extras(glasses="round", glasses_colour=BRICK, necklace="beads"),
    ),
    "wouter-dhondt": Portrait(
        alt="Getekend portret van Wouter d’Hondt: man met golvend bruin haar, een flinke snor en een blauwe coltrui onder een jasje voor de havenkranen van Terneuzen.",
        face=Face(WARM, width=182, jaw=148, chin=52, length=278, age=0.5, iris=HAZEL_EYES, brow=CHESTNUT, brow_weight=1.2, nose=1.12, nose_length=1.08, smile=0.45),
        hair=Hair("wavy", (116, 84, 62), "moustache", (104, 72, 52)),
        clothes=Clothes("blazer", mix(SAGE, INK, 0.5), "roll", mix(DELFT, PAPER, 0.1), broad=1.03),
        backdrop=Backdrop("harbour", mix(SKY, PAPER, 0.15), PAPER),
        pose=Pose(turn=0.25, tilt=0.03, gaze=0.1),
    ),
    "erik-zijlstra": Portrait(
        alt="Getekend portret van Erik Zijlstra: oudere man met witte krullen opzij, een ronde bril en een donkerblauw colbert met stropdas voor de grachtenhuizen van Haarlem.",
        face=Face(FAIR, width=184, jaw=146, chin=50, length=274, age=0.95, blush=0.5, iris=BLUE_EYES, open=0.9, brow=SILVER, brow_weight=1.3, nose=1.15, nose_length=1.05, smile=0.8),
        hair=Hair("balding_curls", (228, 226, 220)),
        clothes=Clothes("blazer", mix(DELFT, INK, 0.4), "tie", PAPER, accent=mix(SAGE, INK, 0.2), broad=0.98),
        backdrop=Backdrop("canal", mix(SKY, PAPER, 0.2), PAPER),
        pose=Pose(turn=-0.2, tilt=0.04, shadow=-1, gaze=-0.05),
        extras=Extras(glasses="round", glasses_colour=INK),
    ),
}
