"""Reading the demo's texts, and turning them into what StreamField and rich text keep in the database."""

import re
import tomllib
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
PAGE_LINK = re.compile(r'<a href="page:([\w-]+)">')

# Made from a name, so that the ids of blocks and pages are the same every time the demo is loaded.
NAMES = uuid.UUID("6b0e6f0e-3d8c-5c52-9d7b-0d6a4e6f8a11")

Node = dict[str, Any]


def read(name: str) -> Node:
    """One file of the demo, by its name below content/ and without its ending."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def read_all(folder: str, key: str) -> list[Node]:
    """Every file of a folder, in order of that key, oldest first."""
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((CONTENT / folder).glob("*.toml"))]
    return sorted(files, key=lambda item: (str(item[key]), item["slug"]))


def stable_id(*names: object) -> uuid.UUID:
    """An id that follows from these names."""
    return uuid.uuid5(NAMES, "/".join(str(name) for name in names))


def to_rich_text(html: str, page_id: Callable[[str], int]) -> str:
    """Links by slug become links by page id, as Wagtail keeps them."""
    return PAGE_LINK.sub(lambda match: f'<a linktype="page" id="{page_id(match[1])}">', html.strip())


class BodyWriter:
    """Turns the blocks of a text into the raw data of a StreamField."""

    def __init__(self, page_id: Callable[[str], int], image_id: Callable[[str], int]):
        self.page_id = page_id
        self.image_id = image_id

    def stream(self, slug: str, blocks: list[Node]) -> list[Node]:
        return [
            {"type": block["type"], "value": self.value(block), "id": str(stable_id(slug, place))}
            for place, block in enumerate(blocks)
        ]

    def value(self, block: Node) -> Any:
        convert = getattr(self, f"_{block['type']}", None)
        return convert(block) if convert else {key: value for key, value in block.items() if key != "type"}

    def _paragraph(self, block: Node) -> str:
        return to_rich_text(block["html"], self.page_id)

    def _heading(self, block: Node) -> Node:
        return {"text": block["text"], "level": str(block.get("level", 2))}

    def _question_answer(self, block: Node) -> Node:
        return {"question": block["question"], "answer": to_rich_text(block["answer"], self.page_id)}

    def _aside(self, block: Node) -> Node:
        return {"heading": block["heading"], "text": to_rich_text(block["html"], self.page_id)}

    def _figure(self, block: Node) -> Node:
        return {
            "image": self.image_id(block["image"]),
            "alt": block["alt"],
            "is_decorative": False,
            "caption": block.get("caption", ""),
        }

    def _key_figures(self, block: Node) -> Node:
        return {"heading": block.get("heading", ""), "figures": list(block["figures"])}

    def _links(self, block: Node) -> Node:
        links = [
            {
                "text": link["text"],
                "page": self.page_id(link["page"]) if "page" in link else None,
                "url": link.get("url", ""),
            }
            for link in block["links"]
        ]
        return {"heading": block.get("heading", "Lees verder"), "links": links}
