"""What the staff see of search in their menu."""

from django.db.models import QuerySet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, IndexView, SnippetViewSet

from search.models import Synonym


class CreateSynonymView(CreateView):
    """Starts with a word from the address, for who comes from the report of what is searched."""

    def get_initial_form_instance(self) -> Synonym:
        instance = super().get_initial_form_instance() or Synonym()
        if word := self.request.GET.get("woord", "")[:100].replace("\x00", "").strip():
            instance.words = f"{word}, "
        return instance


class SynonymIndexView(IndexView):
    """A list that is searched by plain matching: what matters is what stands in a set, letter by letter."""

    is_searchable = True

    def search_queryset(self, queryset: QuerySet[Synonym]) -> QuerySet[Synonym]:
        for word in self.search_query[:200].replace("\x00", " ").split()[:20]:
            queryset = queryset.filter(words__icontains=word)
        return queryset


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "link"
    menu_label = "Synoniemen"
    menu_order = 910  # after Wagtail's promoted results
    add_to_settings_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["words"]
    index_view_class = SynonymIndexView
    add_view_class = CreateSynonymView
    list_display = ["words", "changed_at"]
    ordering = "words"


register_snippet(SynonymViewSet)
