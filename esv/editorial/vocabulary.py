"""Codes that several apps share, each with its name for readers.

The codes are those of the files (see ``docs/catalogue-format.md``); they do not change once published.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Status(TextChoices):
    """How far a text is on its way to being trusted."""

    DRAFT = "draft", _("draft")
    UNREVIEWED = "unreviewed", _("not yet reviewed by two mandated editors")
    PUBLISHED = "published", _("published")


PUBLIC_STATUSES = (Status.UNREVIEWED, Status.PUBLISHED)


class Language(TextChoices):
    """A language in which a source is written."""

    DUTCH = "nl", _("Dutch")
    ENGLISH = "en", _("English")


class InstitutionKind(TextChoices):
    """Kind of organisation (soort instelling)."""

    UNIVERSITY = "university", _("university")
    HBO = "hbo", _("university of applied sciences")
    UMC = "umc", _("university medical centre")
    RESEARCH_INSTITUTE = "research_institute", _("research institute")
    STUDENT_ORGANISATION = "student_org", _("student organisation")
    UMBRELLA = "umbrella", _("umbrella organisation")
    GOVERNMENT = "government", _("government")
    OTHER = "other", _("other organisation")


class Role(TextChoices):
    """For whom something was written (rol)."""

    ARBO_ADVISER = "arbo-adviseur", _("occupational health and safety adviser")
    POLICY_OFFICER = "beleidsmedewerker", _("policy officer")
    BOARD_MEMBER = "bestuurder", _("board member")
    COMMUNICATIONS = "communicatie", _("communications")
    DEAN = "decaan", _("dean")
    DIVERSITY_OFFICER = "diversity-officer", _("diversity officer")
    LECTURER = "docent", _("lecturer")
    EXAMINATION_BOARD = "examencommissie", _("examination board")
    GRADUATE_SCHOOL = "graduate-school", _("graduate school")
    HR = "hr", _("HR adviser")
    SAFETY_AND_SECURITY = "integrale-veiligheid", _("safety and security")
    LEGAL_ADVISER = "jurist", _("legal adviser")
    COMPLAINTS_COMMITTEE = "klachtencommissie", _("complaints committee")
    MANAGER = "leidinggevende", _("manager")
    PARTICIPATION_BODY = "medezeggenschap", _("participation body")
    OMBUDS_OFFICER = "ombudsfunctionaris", _("ombuds officer")
    RESEARCHER = "onderzoeker", _("researcher")
    PROGRAMME_DIRECTOR = "opleidingsdirecteur", _("programme director")
    PRIVACY_OFFICER = "privacy-officer", _("privacy officer")
    PHD_SUPERVISOR = "promotor", _("PhD supervisor")
    PHD_CANDIDATE = "promovendus", _("PhD candidate")
    SUPERVISORY_BOARD = "raad-van-toezicht", _("supervisory board")
    PLACEMENT_COORDINATOR = "stagecoordinator", _("placement coordinator")
    STUDENT_COUNSELLOR = "studentendecaan", _("student counsellor")
    STUDENT_ORGANISATION = "studentenorganisatie", _("student organisation")
    STUDY_ADVISER = "studieadviseur", _("study adviser")
    CONFIDENTIAL_ADVISER = "vertrouwenspersoon", _("confidential adviser")


class Level(TextChoices):
    """At which level something is aimed (niveau)."""

    INDIVIDUAL = "individu", _("individual")
    TEAM = "team", _("team")
    ORGANISATION = "organisatie", _("organisation")
    SECTOR = "sector", _("sector")


class Phase(TextChoices):
    """When it helps: from preventing to learning (fase)."""

    PREVENT = "prevent", _("prevent")
    NOTICE = "notice", _("notice")
    RESPOND = "respond", _("respond")
    INVESTIGATE = "investigate", _("investigate")
    AFTERCARE = "aftercare", _("aftercare")
    LEARN = "learn", _("learn")


class Impact(TextChoices):
    """What it changes: the three levels of the founding document (impact)."""

    CULTURE = "culture", _("culture")
    STRUCTURE = "structure", _("structure")
    SYSTEM = "system", _("system")


class EvidenceType(TextChoices):
    """What something rests on (soort onderbouwing)."""

    RESEARCH = "research", _("research")
    PRACTICE = "practice", _("practice knowledge")
    LIVED_EXPERIENCE = "lived-experience", _("lived experience")
    LAW = "law", _("law")
    POLICY = "policy", _("policy")


class Effect(TextChoices):
    """Whether it does what it is meant to do, as far as the sources tell."""

    POSITIVE = "positive", _("positive effect")
    MIXED = "mixed", _("mixed effect")
    NONE = "none", _("no effect")
    UNKNOWN = "unknown", _("effect unknown")


class Certainty(TextChoices):
    """How sure the editors are of what they say."""

    HIGH = "high", _("high certainty")
    MODERATE = "moderate", _("moderate certainty")
    LOW = "low", _("low certainty")
    VERY_LOW = "very-low", _("very low certainty")


class Harm(TextChoices):
    """Whether it can do harm."""

    NONE_KNOWN = "none-known", _("no harm known")
    POSSIBLE = "possible", _("harm possible")
    SHOWN = "shown", _("harm shown")
