"""What people type in Swedish and English for values, where the catalogues have another word or none."""

from __future__ import annotations

SWEDISH = {
    "Planned": ("planeras", "planerad", "planerade"),
    "Active": ("pågår", "aktiv", "aktiva"),
    "Ended": ("avslutad", "avslutade"),
    "Pilot": ("försök",),
    "Other": ("övrigt",),
    "Partner": ("samarbetspartner",),
    "Co-funder": ("medfinansiär",),
    "Grantee": ("bidragstagare",),
    "Network member": ("medlem i nätverk",),
}
"""By the English label, beside the word of the Swedish catalogue."""

TIMES = {
    "tammikuu": ("januari", "january"),
    "helmikuu": ("februari", "february"),
    "maaliskuu": ("mars", "march"),
    "huhtikuu": ("april",),
    "toukokuu": ("maj", "may"),
    "kesäkuu": ("juni", "june"),
    "heinäkuu": ("juli", "july"),
    "elokuu": ("augusti", "august"),
    "syyskuu": ("september",),
    "lokakuu": ("oktober", "october"),
    "marraskuu": ("november",),
    "joulukuu": ("december",),
    "kevät": ("vår", "våren", "spring"),
    "kesä": ("sommar", "sommaren", "summer"),
    "syksy": ("höst", "hösten", "autumn", "fall"),
    "talvi": ("vinter", "vintern", "winter"),
}
"""By the Finnish month or season."""
