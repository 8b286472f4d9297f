"""What people type in Swedish and English for values whose own words are Finnish: there is no window in Swedish."""

from __future__ import annotations

SWEDISH = {
    "Planned": ("planeras", "planerad", "planerade"),
    "Active": ("pågående", "pågår", "aktiv", "aktiva"),
    "Ended": ("avslutad", "avslutat", "avslutade"),
    "Project": ("projekt",),
    "Development project": ("utvecklingsprojekt",),
    "Investment project": ("investeringsprojekt",),
    "Study": ("utredning",),
    "Pilot": ("försök", "pilot"),
    "Programme": ("program",),
    "Campaign": ("kampanj",),
    "Network": ("nätverk",),
    "Operating model or service": ("verksamhetsmodell eller tjänst",),
    "Other": ("annat", "övrigt"),
    "Lead implementer": ("huvudgenomförare",),
    "Implementer": ("genomförare",),
    "Co-implementer": ("delgenomförare",),
    "Partner": ("partner", "samarbetspartner"),
    "Co-funder": ("medfinansiär", "delfinansiär"),
    "Grantee": ("bidragstagare", "stödmottagare"),
    "Network member": ("medlem i nätverk", "nätverksmedlem"),
}
"""By the English label."""

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
