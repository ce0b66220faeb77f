"""Words of every conversation: they may tell something, but little, however rare they are in the indexed texts.

Without this the few texts of a small catalogue make "krijgen" look as telling as "nazorg".
"""

from functools import cache

from esv.search.analysis.language import ENGLISH, NL
from esv.search.analysis.stems import stems

EVERYDAY_WEIGHT = 0.4

_DUTCH = """
aantal afgelopen afspreken antwoord antwoorden apart avond bedoeld bedoelen beetje begin beginnen begrijpen
behalve beide bekend bekijken belangrijk bepaald bericht bestaan bestaande bestaat beste betekenen beter bezig
blijken blijven bouwen breng brengen buurt concreet dag dagen denken dichtbij dienen ding dingen duidelijk duren
eerder eerst eerste eigen eigenlijk eind ergens ervaring ervaringen extra feit fijn gauw gebeuren gebruik
gebruiken gedaan geheel gelden geldt geloven gemaakt genoeg geven gevolg gezegd goed goede graag groot grote
haalbaar halen half handig hangen heten horen houden huidig idee inhoud inzetten jaar jaren jong juist kant
kennen kiezen kijken klaar klein kleine klinken komen komende kort krijgen kwestie laatst laatste lang lange
langer laten leggen leiden lezen liefst liever liggen lijken lijst links lopen los maand maanden maken makkelijk
manier manieren mens mensen middag minder minst moeilijk mogelijk mogelijkheid moment morgen naam nadenken nemen
nergens net netjes nieuw nieuwe nodig noemen nooit oplossing opnieuw oud oude paar pakken per plaats plan plek
praktijk praten precies proberen probleem recent rede reden regelen rekening richten ruim schrijven simpel
slecht snap snel soort soorten spelen staan stap stappen stellen sterk stoppen stuk sturen tellen tijd tip tips
toepassen toevallig tonen treden trekken twee uitleg uitleggen vallen vanavond vandaag vast verder verhaal
verklaren verschil verschillende vertellen verwachten vinden vindt voelen volgen volgend volgende volgens
volledig voorbeeld voorbeelden vorig vorige vorm vraag vragen vrij waarschijnlijk wachten week weer weg weken
werken weten wijze woord woorden zaak zaken zeggen zegt zetten zien zitten zoek zoeken
"""
_ENGLISH = """
able actually add again ago allow already although answer apart apply approach around ask away back bad base
become begin best better big bit bring build check choose clear close come concrete consider count day deal
decide describe different difficult easy effect end enough especially exactly example examples exist expect
experience explain fact far feel find first five follow found four free full general good great half handle
happen hard hear hint idea important include instead involve issue keep kind know large last late learn least
leave less let letter like likely list little long look lot main make making many matter mean meet mention
method might minute moment month morning move name need never new next nobody normal note nothing number offer
often old open order part people perhaps person place plan play point possible practice prefer pretty probably
problem provide put question quick quickly quite rather read ready real really reason recent recently right run
say see seem send set several short show side similar simple simply sit situation small soon sort specific stand
start step still stop story sure take talk tell term thing think three time tip today together tomorrow tried
true try turn two type understand use used useful usual usually view wait want way week well without wonder word
work world worth write wrong year
"""


def is_everyday(stem: str, language: str) -> bool:
    """Whether a stem is that of an everyday word of the language."""
    return stem in _stems().get(language, frozenset())


@cache
def _stems() -> dict[str, frozenset[str]]:
    listed = {NL: _DUTCH.split(), ENGLISH: _ENGLISH.split()}
    return {language: frozenset(stems(words, language)) for language, words in listed.items()}
