"""The words that made registers are told in: nouns with the way they inflect, places, funders, and sentences."""

from __future__ import annotations

NOUNS = """
u koulu; u palvelu; u verkosto; u katu kadu; u puisto; u luonto luonno; u kunto kunno; u kirjasto; u lukio
u ympäristö; u aineisto; u tieto tiedo; e hanke hankkee; e alue aluee; e liikenne liikentee; e laite laittee
e tuote tuottee; e suhde suhtee; e perhe perhee; e jäte jättee; e ohje ohjee; e hakukone hakukonee; e kohde kohtee
n kehittäminen; n suunnitteleminen; n asuminen; n oppiminen; n osaaminen; n yhdistäminen; n vahvistaminen
n rakentaminen; n käyttäminen; n mittaaminen; n kuntalainen; n koululainen; n kaupunkilainen; s rahoitus; s koulutus
s kehitys; s uudistus; s selvitys; s kasvatus; s ohjaus; s tutkimus; s muutos; s keskus; s harrastus; s valmennus
s rakennus; s yritys; s yhdistys; s järjestys; s sopimus; s jalostus; s varaus; s näytös; t osallisuus
t terveellisyys; t yhteisöllisyys; t saavutettavuus; t turvallisuus; t monimuotoisuus; t yrittäjyys; t kestävyys
t vetovoimaisuus; t esteettömyys; t tehokkuus; t uusiutuvuus; t tulevaisuus; t nuoruus; i pilotti piloti; i malli
i museo; i kortti korti; i paketti paketi; i tori; i portti porti; i akvaario; i festivaali; i laboratorio
i klusteri; i mittari; i moduuli; i seminaari; i kanaali; i reaktori; o ranta ranna; o paja; o satama
o kauppa kaupa; o sauna; o tupa tuva; o matka; o aita aida; o silta silla; o tapahtuma; o ohjelma; o asema
o toiminta toiminna; o kulttuuriala; o saha; k kylä; k metsä; k kesä; k pyörä; k silmä; k lämpökenttä lämpökentä
p asukas asukkaa; p potilas potilaa; p oppilas oppilaa; p hammas hampaa; p vieras vieraa; p kokelas kokelaa
p opas oppaa; p ratas rattaa; p lounas lounaa; p kangas kankaa; p saalis saalii; p kaunis kaunii; p tiivis tiivii
j toimija; j tekijä; j yrittäjä; j kehittäjä; j ohjaaja; j kouluttaja; j rahoittaja; j opettaja; j valmentaja
j omistaja; j viljelijä; j tutkija; j rakentaja; j käyttäjä; j hakija; j valvoja; j suunnittelija
x nuori|nuore|nuore|nuorta|nuorten|nuoria|nuori; x vesi|vede|vete|vettä|vesien|vesiä|vesi
x kieli|kiele|kiele|kieltä|kielten|kieliä|kieli; x joki|joe|joke|jokea|jokien|jokia|joi
x lapsi|lapse|lapse|lasta|lasten|lapsia|lapsi
x kaupunki|kaupungi|kaupunki|kaupunkia|kaupunkien|kaupunkeja|kaupungei; x meri|mere|mere|merta|merten|meriä|meri
x saari|saare|saare|saarta|saarten|saaria|saari; x järvi|järve|järve|järveä|järvien|järviä|järvi
x mies|miehe|miehe|miestä|miesten|miehiä|miehi
x ikäihminen|ikäihmise|ikäihmise|ikäihmistä|ikäihmisten|ikäihmisiä|ikäihmisi; x maa|maa|maa|maata|maiden|maita|mai
x tie|tie|tie|tietä|teiden|teitä|tei; x yö|yö|yö|yötä|öiden|öitä|öi
"""
"""By the way they inflect: see `inflection`. After a word the stem of its genitive, where it is another."""

FIRST_PARTS = """
aikuis alue ammatti arki asiakas asukas asunto avoin biokaasu digi ekosysteemi elinkeino elinvoima energia
ennakointi erityis esi etä hankinta harraste harju hiili historia huolto hule hyvinvointi ikä ilmasto innovaatio itä
jalka jokiranta joukko jälleen järjestö jäte kaava kala kampus kansain kansalais kasvi kasvu katu kaukolämpö
kaupunki keskusta kestävyys kevyt kierrätys kiertotalous kieli kiinteistö koe korkea korjaus kotouttamis koulu
kulttuuri kunta kuntoutus kylä kylmä käyttö laatu lapsi lasten liikenne liikunta lähi lähiö lämpö länsi maa
maahanmuutto maakunta maaseutu maisema markkina matkailu mehiläis melu meri merituuli metsä mielenterveys moni museo
musiikki muutos neuvonta nuoriso näyttämö ohjaus oikeus omais opetus oppi osallisuus paikka palo palvelu perhe
perinne perus pienyritys piha pilotointi pohjavesi puu puutarha pyörä raide rakennus rannikko ranta rata rauhan
resurssi ruoka ruoppaus rytmi saaristo satama seutu sivistys sora sosiaali suisto suojelu sähkö taajama taide talous
tapahtuma tekoäly teollisuus terveys tieto toimi tulva tuki turva tutkimus tuuli tuotanto tuote työ työllisyys
uimaranta ulko uudis vaihto valaistus valmius vanhus varhais vaikutus veden venesatama verkko vesi vesistö viher
viherkatto viestintä virtaama virtuaali yhteis yhteiskunta yleis ympäristö yritys yö älykenttä ääni
"""

PLACES = """
Pori Rauma Vaasa Turku:Turu Espoo Vantaa Oulu Kuopio Joensuu Lappeenranta:Lappeenranna Kouvola Kotka:Kotka Mikkeli
Savonlinna Kajaani Kokkola Seinäjoki:Seinäjoe Jyväskylä Hämeenlinna Lahti:Lahde Salo Naantali Raisio Loimaa
Uusikaupunki:Uudenkaupungi Kankaanpää Ulvila Harjavalta:Harjavalla Kokemäki:Kokemäe Huittinen Eura
Eurajoki:Eurajoe Merikarvia Pomarkku:Pomarku Noormarkku:Noormarku Kristiinankaupunki:Kristiinankaupungi Närpiö
Kaskinen Maalahti:Maalahde Mustasaari:Mustasaare Laihia Isokyrö Ilmajoki:Ilmajoe Kurikka:Kurika
Kauhajoki:Kauhajoe Parkano Ikaali Sastamala Nokia Kangasala Valkeakoski:Valkeakoske Forssa Riihimäki:Riihimäe
Hyvinkää Järvenpää Kerava Porvoo Loviisa Hamina Imatra Varkaus:Varkaude Iisalmi:Iisalme Lieksa Nurmes:Nurmekse Kitee
Outokumpu:Outokummu Rovaniemi:Rovanieme Kemi Tornio Raahe Ylivieska Nivala Reposaari:Reposaare Mäntyluoto:Mäntyluodo
Kyläsaari:Kyläsaare Lattomeri:Lattomere Ruosniemi:Ruosnieme Pihlava Ahlainen Väinölä Uniluoto:Uniluodo
Sampola Kalaholma Ruutukuoppa:Ruutukuopa
"""

QUALITIES = (
    "kestävä", "älykäs", "yhteinen", "avoin", "digitaalinen", "esteetön", "hiilineutraali", "turvallinen", "luova",
    "monialainen", "osallistava", "vähäpäästöinen", "vetovoimainen", "kansainvälinen", "alueellinen", "uusi",
    "yhdessä tehty", "vihreä", "elävä", "saavutettava", "kulttuurinen", "ikäystävällinen", "ketterä",
    "yhdenvertainen", "uusiutuva", "hyvä",
)  # fmt: skip

NAMES = (
    "{good} {nom}", "{good} {nom} {place_ine}", "{place_gen} {gen} {nom}", "{gen} {nom}", "{gens} {nom}",
    "{gen} kehittäminen", "{nom} ja {nom}", "{gens} ja {gens} {nom}", "{nom} – {good} {nom}", "{good} {gens} {nom}",
    "{nom} {place_ine}", "uutta {par}: {good} {nom}", "{gen} {nom} {place_ill}", "{place_gen} {gens} {nom}",
    "{nom} {alls}", "{elas} {alls}",
)  # fmt: skip

AIMS = (
    "Tavoitteena on vahvistaa {gen} {par} ja {par}.",
    "Hankkeen tavoitteena on luoda {good} {nom}, joka palvelee {pars} ja {pars}.",
    "Päämääränä on, että {nom} paranee ja {nom} lisääntyy {place_ine}.",
    "Tavoitteena on lisätä {gens} {par} sekä tukea {pars}.", "Hanke edistää {par}, {par} ja {pars}.",
    "{gen} tavoitteet johdetaan {elas} ja {ela}.",
)  # fmt: skip

ACTIONS = (
    "Järjestetään {noms}, joissa {noms} ja {nom} kohtaavat.",
    "Kootaan {nom} {gen} pohjaksi ja testataan sitä {ades}.",
    "Kokeillaan {par} {ine} ja {ines}; mukana on {place_gen} {nom}.", "Laaditaan {nom} yhdessä {gens} kanssa.",
    "Kehitetään {par} {ade} ja {ades}.", "Hankitaan {noms}, otetaan {nom} käyttöön ja arvioidaan {par}.",
    "Siirretään {noms} {abl} {all} ja {alls}.",
)  # fmt: skip

SENTENCES = (
    "Hankkeessa kehitetään {par} ja {par} yhdessä {gens} kanssa.",
    "{place_ine} rakennetaan {good} {nom}, jota hyödynnetään {ine}.",
    "Hanke jatkaa {gen} työtä ja tuo {ela} esiin uuden {gen}.",
    "Mukana on {few} partneria {few} maasta, ja {nom} vastaa {ela}.",
    "Hankkeen kesto on {year}–{later}, ja siihen osallistuu {nom} {place_ela}.",
    "Kokonaisbudjetti on noin {euros} euroa, josta {nom} maksaa osan.",
    "{noms} ja {noms} siirtyvät {ill} vuoteen {later} mennessä.",
    "Hanketta rahoittaa {funder}, ja sitä koordinoi {place_gen} {nom}.",
    "Aiemman {gen} tulokset viedään {ill} ja {alls}.", "{gens} käyttöön syntyy {nom}, jonka {nom} on avoin kaikille.",
    "Työssä yhdistyvät {nom}, {noms} ja {nom}.", "Hanke on osa ohjelmaa {programme}.",
    "Syksyllä {year} alkanut {nom} laajenee {ill} ja {place_ill}.", "Ratkaisuja etsitään {ade}, {ades} ja {ine}.",
    "Toimintaa johtaa {nom}, ja päätös tehtiin {day}.", "Kohderyhmänä ovat {noms}, {noms} sekä {place_gen} {noms}.",
    "{nom} liittyy {ill}: {nom} tuottaa {pars}.", "{month} {year} avattiin {nom}, joka toimii {ess} ja {ess}.",
    "{nom} muuttuu {tra}, ja {abls} kerätään {pars}.",
    "{nom} tukee kaupungin {par}; {owned} ja {owned} kehitetään yhdessä.",
)  # fmt: skip

RESULTS = (
    "Tuloksena syntyi {nom}, joka otettiin käyttöön {ine}.", "{nom} vakiintui {tra}, ja {nom} jatkuu {place_ine}.",
    "Opit koottiin {alls}; {nom} on avoin aineisto {alls}.",
)  # fmt: skip

NOTES = (
    "Kysy {gen} tilanne {place_gen} {gen} vastuuhenkilöltä.", "{nom} puuttuu vielä; tarkista {noms} ennen {par}.",
    "Maksatushakemus jätetään {day} mennessä.",
)  # fmt: skip

FUNDERS = """
Euroopan unioni|EU|eu; Etelä-Suomen ELY-keskus|ELY|state; Satakuntaliitto||state; Pohjanmaan liitto||state
Ympäristöministeriö|YM|state; Opetus- ja kulttuuriministeriö|OKM|state; Sosiaali- ja terveysministeriö|STM|state
Business Finland|BF|state; Opetushallitus|OPH|state; Työ- ja elinkeinoministeriö|TEM|state
Varsinais-Suomen ELY-keskus|VARELY|state; Aluehallintovirasto|AVI|state; Traficom||state
Liikenne- ja viestintävirasto|LVV|state; Suomen Akatemia||state; Museovirasto||state; Sitra||other
Suomen Kulttuurirahasto|SKR|other; Jane ja Aatos Erkon säätiö|JAES|other; Euroopan komissio|EK|eu
Interreg Itämeri||eu; Interreg Keskinen Itämeri||eu; Pohjoismaiden ministerineuvosto|PMN|other
Asumisen rahoitus- ja kehittämiskeskus|ARA|state; Maa- ja metsätalousministeriö|MMM|state; Valtiokonttori||state
Ruokavirasto||state; Taiteen edistämiskeskus|Taike|state; Sosiaali- ja terveysjärjestöjen avustuskeskus|STEA|state
Valtiovarainministeriö|VM|state; Kuntaliitto||association
"""
"""The name, the short name and the kind of each."""

FUNDS = (
    "EAKR", "ESR", "ESR+", "JTF", "LIFE", "EMKR", "Horisontti 2020", "Horisontti Eurooppa", "Erasmus+",
    "Luova Eurooppa", "",
)  # fmt: skip

PROGRAMMES = (
    "Uudistuva ja osaava Suomi 2021–2027", "Kestävää kasvua ja työtä 2014–2020", "URBACT III", "Interreg Europe",
    "LIFE IP", "Lähiöohjelma 2020–2022", "Manner-Suomen maaseutuohjelma", "Liveability 2021-2027",
    "Suomen kestävän kasvun ohjelma", "Helmi-ohjelma", "Vedenpuhdistuksen tehostamisohjelma",
    "Kulkutaudeista toipuminen", "Digital Europe", "Interreg Botnia-Atlantica",
)  # fmt: skip

DIVISIONS = {
    "Sivistystoimiala": ("Varhaiskasvatus", "Perusopetus", "Kirjasto", "Kulttuuri", "Nuorisotyö", "Liikunta"),
    "Tekninen toimiala": ("Kaupunkisuunnittelu", "Kunnallistekniikka", "Puistot ja viheralueet", "Tilapalvelut"),
    "Konsernihallinto": ("Kehittämisyksikkö", "Viestintä", "Henkilöstö", "Talous", "Tietohallinto"),
    "Elinvoima ja ympäristö": ("Elinkeinot", "Työllisyys", "Ympäristönsuojelu", "Matkailu", "Rakennusvalvonta"),
}

THEMES = (
    "Ilmasto", "Kiertotalous", "Hyvinvointi", "Koulutus", "Työllisyys", "Kulttuuri", "Liikenne", "Digitalisaatio",
    "Kansainvälisyys", "Elinkeinot", "Asuminen", "Luonto",
)  # fmt: skip
TARGET_GROUPS = (
    "Lapset", "Nuoret", "Ikäihmiset", "Yritykset", "Maahanmuuttajat", "Opiskelijat", "Työttömät", "Asukkaat",
    "Järjestöt",
)  # fmt: skip

FIRST_NAMES = (
    "Aino", "Eero", "Helmi", "Juhani", "Kaisa", "Lauri", "Maija", "Olli", "Päivi", "Reijo", "Sanna", "Tapio", "Ulla",
    "Veikko", "Åsa", "Örjan", "Tiina", "Mikko", "Leena", "Antti",
)  # fmt: skip
FAMILY_NAMES = (
    "Korhonen", "Virtanen", "Mäkinen", "Nieminen", "Mäkelä", "Hämäläinen", "Laine", "Heikkinen", "Koskinen",
    "Järvinen", "Lehtonen", "Saarinen", "Salonen", "Niemi", "Åström", "Ojala", "Rantanen", "Kivelä", "Peltola",
    "Yli-Hukkala",
)  # fmt: skip
DUTIES = (
    "projektipäällikkö", "hankekoordinaattori", "kehittämispäällikkö", "asiantuntija", "suunnittelija",
    "talousvastaava",
)  # fmt: skip
BODIES = (
    "Kaupunginhallitus", "Kaupunginvaltuusto", "Tekninen lautakunta", "Sivistyslautakunta", "Elinvoimalautakunta",
)  # fmt: skip
MONTHS = (
    "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu", "syyskuu",
    "lokakuu", "marraskuu", "joulukuu",
)  # fmt: skip
NUMERALS = (
    "kahden", "kolmen", "neljän", "viiden", "kuuden", "seitsemän", "kahdeksan",
)  # fmt: skip
