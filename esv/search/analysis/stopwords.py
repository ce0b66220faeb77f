"""Words that say nothing about the subject, per language; also the surest sign of a language."""

_DUTCH = """
aan aangaande al aldus alle alleen alles als altijd ander andere anderen ben bent bij binnen bijvoorbeeld
bijna daar daarbij daardoor daarom daarna daarvan daarvoor dan dat de deze die dit dus doe doen doet deed
door doordat een eens een enige enkele er erg eruit ervan ervoor even gaan gaat ging geen geweest geworden gewoon
graag had hadden heb hebben hebt heeft heel hem hen het hier hiervan hiervoor hij hoe hun
iedere ieder iedereen iemand iets ik in is ja je jij jou jouw jullie kan kon konden kun kunnen kunt maar mag
me mee meer meest men met mij mijn moet moeten mogen na naar nadat niet niets niemand nog nou nu of om omdat ons
onze ook op over per plus reeds sinds sommige steeds te tegen ten ter terwijl tijdens toch toe toen tot tussen
u uit uw vaak van vanaf vanuit vanwege veel via voor voordat vooral waar waarbij waarin waarmee waarom waarvan waarop
waardoor wanneer want waren was wat we weer wel welk welke werd werden wie wij wil willen wilt word worden wordt
wou zal ze zei zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zult zullen
"""

_ENGLISH = """
a about above after again against all also am among an and any anyone anything are as at be because been before
being below between both but by can cannot could d did do does doing done down during each either else
etc ever every everyone few for from further get gets give given go goes going got had has have having he
her here hers him his how however i if in into is it its itself just ll let may maybe me might mine more most
much must my no nor not now of off often on once one only or other others our ours out over own per please
re s same shall she should since so some someone something such t than that the their theirs them then there these
they this those through to too toward towards under until up upon us ve very was we were what when where whether
which while who whom whose why will with within without would yes yet you your yours
"""

DUTCH_STOP_WORDS = frozenset(_DUTCH.split())
ENGLISH_STOP_WORDS = frozenset(_ENGLISH.split())
