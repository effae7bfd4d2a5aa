from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "programme"
    verbose_name = "Leergang"

    def ready(self):
        from pages.structured_data import describe_by
        from programme import models, structured_data

        describe_by(models.ProgrammePage, structured_data.programme_node)
        describe_by(models.ModulePage, structured_data.module_node)
        describe_by(models.ResearchPage, structured_data.research_node)
        describe_by(models.NewsPage, structured_data.news_node)
