"""What an editor reads about an upload: why it was refused and what to do, or what was changed."""

REFUSALS = {
    # Any file
    "empty": "Dit bestand is leeg. Kies een ander bestand.",
    "too_big": "Dit bestand is te groot ({size}). Het mag hoogstens 15 MB zijn. Maak het kleiner en probeer het "
    "opnieuw.",
    "too_heavy": "Dit bestand kost te veel rekenwerk en is daarom niet bewaard. Maak het kleiner of sla het opnieuw "
    "op.",
    "too_busy": "Er worden nu te veel bestanden tegelijk verwerkt. Probeer het over een minuut opnieuw.",
    "result_too_big": "Dit bestand wordt bij het bewaren groter dan {megabytes} MB. Maak het kleiner en probeer het "
    "opnieuw.",
    "virus": "De viruscontrole vindt iets in dit bestand ({found}). Het is niet bewaard. Open het ook zelf niet en "
    "meld het bij je ICT-afdeling.",
    "scanner_away": "De viruscontrole antwoordt niet, daarom is dit bestand niet bewaard. Probeer het over een paar "
    "minuten opnieuw. Blijft het misgaan? Meld het bij de beheerder van de site.",
    "other_field": "Het bestand is nog niet bewaard, omdat er in een ander veld iets niet klopt. {errors} Verbeter "
    "dat en kies het bestand daarna opnieuw.",
    # Pictures
    "picture_type": "Dit soort bestand kan hier niet. Kies een foto of afbeelding die eindigt op {extensions}.",
    "no_picture": "Dit is geen afbeelding, of hij is beschadigd. Open het origineel, sla het op als JPEG of PNG en "
    "kies dat bestand.",
    "broken_picture": "Deze afbeelding is beschadigd of onvolledig. Open het origineel, sla het opnieuw op en kies "
    "dat bestand.",
    "other_picture": "Dit bestand heet .{named}, maar is een {found}-afbeelding. Sla het op als .{named} of geef het "
    "de juiste naam.",
    "too_many_pixels": "Deze afbeelding heeft te veel pixels: meer dan 40 miljoen. Maak hem kleiner, bijvoorbeeld "
    "4000 pixels breed, en probeer het opnieuw.",
    "too_many_frames": "Deze bewegende afbeelding heeft {frames} beelden, samen te veel pixels. Sla één beeld op als "
    "foto en kies dat bestand.",
    "too_small": "Deze afbeelding is te klein: {width} × {height} pixels. Kies er een die minstens {least} pixels "
    "breed en hoog is.",
    "too_narrow": "Deze afbeelding is te smal: {width} × {height} pixels. De lange kant mag hoogstens {ratio} keer "
    "zo lang zijn als de korte. Snijd hem bij en probeer het opnieuw.",
    # Documents
    "document_type": "Dit soort bestand kan hier niet. Kies een document dat eindigt op {extensions}.",
    "broken_document": "Dit document is beschadigd of onvolledig. Open het origineel, sla het opnieuw op en kies dat "
    "bestand.",
    "other_document": "Dit bestand heet .{named}, maar is dat niet. Open het in het programma waarmee het is gemaakt "
    "en sla het op als .{named}.",
    "mixed_document": "In of achter dit document zit nog een ander bestand. Open het origineel, sla het opnieuw op "
    "en kies dat bestand.",
    "encrypted_document": "Dit document is met een wachtwoord beveiligd. Haal de beveiliging eraf en kies het opnieuw.",
    "active_document": "In dit document zit iets wat zelf iets kan doen: een macro, een script of een ingesloten "
    "bestand. Sla het op zonder dat, bijvoorbeeld als nieuwe pdf, en kies dat bestand.",
    "bomb": "Dit document wordt bij het uitpakken veel te groot. Open het origineel, sla het opnieuw op en kies dat "
    "bestand.",
}

NOTICES = {
    "stilled": "“{name}” had {frames} beelden die na elkaar te zien waren. Alleen het eerste beeld is bewaard, "
    "zonder beweging.",
    "duplicate": "Deze afbeelding stond al in de bibliotheek als “{title}”. Gebruik liever die eerdere en verwijder "
    "deze.",
}


def refusal(reason: str, /, **facts) -> str:
    return REFUSALS[reason].format(**facts)


def notice(key: str, /, **facts) -> str:
    return NOTICES[key].format(**facts)
