from programme.models.edition import Edition, most_relevant
from programme.models.module import ModulePage, Session
from programme.models.news import NewsIndexPage, NewsPage
from programme.models.programme import Outcome, ProgrammePage
from programme.models.research import PlainAuthor, ResearchIndexPage, ResearchPage, ResearchSource

__all__ = [
    "Edition",
    "ModulePage",
    "NewsIndexPage",
    "NewsPage",
    "Outcome",
    "PlainAuthor",
    "ProgrammePage",
    "ResearchIndexPage",
    "ResearchPage",
    "ResearchSource",
    "Session",
    "most_relevant",
]
