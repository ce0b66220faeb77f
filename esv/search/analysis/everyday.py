"""Words of every conversation: they may tell something, but little, however rare they are in the indexed texts.

Without this the few texts of a small catalogue make "krijgen" look as telling as "nazorg".
"""

from functools import cache

from esv.search.analysis.language import ENGLISH, NL
from esv.search.analysis.stems import stems

EVERYDAY_WEIGHT = 0.4

_DUTCH = """
aantal aanpakken aanpak advies afgelopen afspreken antwoord antwoorden apart avond bedoelen bedoeld beetje beginnen begin
begrijpen behalve beide bekend bekijken belangrijk beste beter betekenen bepaald bericht bestaan bestaande bestaat bezig blijken
blijven bouwen breng brengen buurt concreet dag dagen denken dichtbij dienen ding dingen doel duidelijk duren eerder eerst eerste
eigen eigenlijk eind eisen ergens ervaring ervaringen extra feit fijn gauw gebeuren gebruik gebruiken gedaan geheel gelden geld
gelden geldt geloven gemaakt genoeg gesprek geven gevolg gezegd goed goede graag groot grote haalbaar halen half handig hangen
heten horen houden huidig hulp idee informatie inhoud inzetten jaar jaren jong juist kant kennen kiezen kijken klaar klein
kleine klinken komen komende kort kosten krijgen kwestie laatst laatste lang lange langer laten leggen leiden lezen liefst
liever liggen lijken lijst links lopen los maand maanden maken makkelijk manier manieren mens mensen middag minder minst
moeilijk mogelijk mogelijkheid moment morgen naam nadenken nemen nergens net netjes nieuw nieuwe nodig noemen nooit oplossing
opnieuw oud oude paar pakken per plaats plan plek plots poging praktijk praten precies probleem proberen raad reactie rede
reden reageren recent regelen rekening richten ruim schrijven simpel slecht snel snap soort soorten spreken spelen staan stap
stappen stellen sterk steun stoppen stuk sturen tellen tijd tip tips toepassen toevallig tonen treden trekken twee uitleg
uitleggen vallen vandaag vanavond vast veranderen verder verhaal verklaren verschil verschillende vertellen verwachten
vinden vindt voelen volgen volgend volgende volgens volledig voorbeeld voorbeelden voorkomen vorig vorige vorm vraag vragen
vrij waarschijnlijk wachten weg weken week weer werken weten wijze woord woorden zaak zaken zeggen zegt zetten zien zitten
zoek zoeken
"""
_ENGLISH = """
able actually add advice again ago allow already although answer apart apply approach around ask away back bad base become
begin best better big bit bring build call case change check choose clear close come concrete consider count country day
deal decide describe different difficult easy effect end enough especially exactly example examples exist expect experience
explain fact far feel find first five follow found four free full general good great half handle happen hard hear help
hint hold idea important include information instead involve issue keep kind know large last late lead learn least leave less
let letter like likely list little long look lot main make making many matter mean meet mention method might minute
moment month morning move name need never new next nobody normal note nothing number offer often old open order part
people perhaps person place plan play point possible practice prefer pretty probably problem provide put question
quick quickly quite rather read ready real really reason recent recently right run say see seem send set several short
show side similar simple simply sit situation small soon sort speak specific stand start state step still stop story sure take
talk tell term thing think three time tip today together tomorrow tried true try turn two type understand use used useful
usual usually view wait want way week well without wonder word work world worth write wrong year
"""


def is_everyday(stem: str, language: str) -> bool:
    """Whether a stem is that of an everyday word of the language."""
    return stem in _stems().get(language, frozenset())


@cache
def _stems() -> dict[str, frozenset[str]]:
    listed = {NL: _DUTCH.split(), ENGLISH: _ENGLISH.split()}
    return {language: frozenset(stems(words, language)) for language, words in listed.items()}
