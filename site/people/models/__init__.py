from people.models.appearance import Appearance
from people.models.depiction import Depiction
from people.models.municipality import Municipality, Province
from people.models.organisation import Organisation
from people.models.person import Person, PersonName

__all__ = ["Appearance", "Depiction", "Municipality", "Organisation", "Person", "PersonName", "Province"]
