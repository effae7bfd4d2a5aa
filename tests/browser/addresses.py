"""One page of every type on the demo."""

PAGE_TYPES = {
    "home": "/",
    "programme": "/leergang/",
    "module": "/leergang/samenwerking-en-netwerken/",
    "gallery": "/portretten/",
    "filtered gallery": "/portretten/?thema=dienstverlening&provincie=overijssel&provincie=zeeland",
    "empty gallery": "/portretten/?gemeente=almere&provincie=zeeland",
    "portrait": "/portretten/joost-van-t-hoff/",
    "research index": "/onderzoek/",
    "research": "/onderzoek/de-eerste-24-uur/",
    "news index": "/nieuws/",
    "news": "/nieuws/veelgestelde-vragen-inschrijving/",
    "info": "/privacy/",
    "accessibility statement": "/toegankelijkheid/",
    "search": "/zoeken/",
    "search results": "/zoeken/?q=digitaal+leiderschap",
    "few search results": "/zoeken/?q=cyberaanval+fatima+amrani",
    "nothing found": "/zoeken/?q=xqzvwyq",
    "not found": "/bestaat-niet/",
}
