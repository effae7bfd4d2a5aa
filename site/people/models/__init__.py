from people.models.appearance import Appearance
from people.models.municipality import Municipality, Province
from people.models.organisation import Organisation
from people.models.person import Person, PersonName

__all__ = ["Appearance", "Municipality", "Organisation", "Person", "PersonName", "Province"]
