/**
 * English as the rules need it: word lists that hold for any pack, and nothing about one subject.
 * Lists are folded (lower case, straight apostrophes) and split on blanks.
 */

/** A word with an asterisk stands for its plural, too. */
const list = (words: string): ReadonlySet<string> =>
  new Set(
    words
      .split(' ')
      .flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1), `${word.slice(0, -1)}s`] : word)),
  );
const union = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((words) => [...words]));

/** Words that may open a sentence or headline before a name without being part of it. */
export const functionWords = list(
  'a an the this that these those his her its their our my your whose no not nor or and but yet so for of in on at by to from with without within into upon over under above below about after before since until till during through throughout against among amid between beyond behind beside besides despite unlike like as than then thus hence if unless whether while although though because when whenever where wherever why how what which who whom is are was were be been being has have had do does did can could will would shall should may might must let again also even ever just only once still too very here there now today yesterday tomorrow tonight meanwhile however moreover instead indeed perhaps maybe later earlier last next first second finally both either neither each every all any some many most more much few fewer several such other another same per via vs versus plus except including regarding concerning given says said say asked told calls called tells and/or pro anti ex post oh well team we i you never nobody everyone ask thank blame meet see hello poor young old late big defiant angry ailing jailed exiled slain former incoming outgoing acting veteran one two three four five six seven eight nine ten monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december onto amidst whilst minus dear pre non yes',
);

/** Titles in short, which end no sentence. */
const shortTitles = list('sen gov mr mrs ms dr prof rep gen col lt');

/** Titles that say which bearer of a known surname is meant. */
export const officeTitles = list(
  'sen gov president vice-president ex-president president-elect premier minister chancellor secretary senator governor ambassador candidate nominee',
);

/** Titles, ranks and roles that stand before a person's name. */
export const titleWords = union(
  officeTitles,
  shortTitles,
  list(
    'miss professor lady vice prime representative congressman congresswoman mayor amb general colonel major judge justice attorney counsel director chairman chairwoman chair chief commissioner commander deputy speaker leader incumbent dictator autocrat strongman tsar czar opponent critic dissident activist lawyer journalist reporter columnist author writer analyst scholar fellow economist academic historian correspondent editor democrat* republican* democratic conservative liberal gop citizen defendant prisoner billionaire tycoon banker oligarch head boss host rival ally aide spokesman spokeswoman mother father presidents senators auditor whistleblower blogger prosecutor politician sir dame lord king queen prince princess pope capt lieutenant sergeant sgt comrade champion hero accountant investigator strategist',
  ),
);

/** Heads that name a thing also in lower case: "the … library". */
export const lowerHeads = list(
  'tower* airport museum* library foundation university hotel* stadium bridge casino resort* scholarship doctrine vodka memorial street square award* prize* film documentary biopic',
);

/** Heads that in a headline are as likely verbs, or nouns that do not belong to the name. */
export const headlineVerbs = list(
  'open place show* fund project* drive records stop park group course film movie building media network station route virus wine burger lecture* united fc head cup prize* award* ship statue farm* water field books bank coin systems solutions health facility ranch disease rocket missile',
);

/** Houses that take in guests: “…’s Diner”. */
export const houses = list(
  'hotel* hostel inn pub tavern restaurant cafe café bakery brewery bar diner nightclub grill deli kitchen gym pizza',
);

/** Works and the like. */
const works = list('festival documentary opera cocktail band quartet trio gallery perfume magazine');

/** Those that no government or council has: "… Street", "… Palace Hotel". */
export const strayHeads = union(
  houses,
  list(
    'street avenue road lane church chapel baptist winery school* orchestra cup trophy stakes derby marathon cemetery apartments depot cleaners bookshop books',
  ),
);

/** Nouns that make a thing of the name before them: "… Tower", "… Presidential Library". */
export const thingHeads = union(
  works,
  lowerHeads,
  headlineVerbs,
  strayHeads,
  list(
    'carrier day center centre boulevard highway expressway parkway tunnel plaza arena elementary college institute institution academy medal* fellowship* hospital clinic monument island county township hall theater theatre classic lake river mountain bay creek trail organization organisation company corporation inc llc ltd limited corp co sons entertainment productions steaks golf syndrome initiative cathedral castle barracks district shoes studio* choir club league heights estate* garden* peak pavilion mall ballroom valley beach forest terminal lab* laboratory forum radio software properties airlines shipping plc ag holdings partners associates llp brothers bros motors photography dam quarterly residences lodge barn ridge pier gym observatory coffee token publishing technologies consulting ventures investments realty insurance pharmacy foods',
  ),
);

/** Small words that may stand between a name and its head: "… & Sons Ltd". "X of the Institute" works there. */
export const headLinks = list('and & de');

/** Nouns that, with a capital, make an institution, a text or a day of the words before them: "… Association". */
export const nameHeads = list(
  'act law bill treaty convention protocol accord agreement charter declaration index report review journal day week association society federation alliance coalition consortium council commission committee conference congress forum department office agency bureau ministry unit party movement front campaign programme program strategy watch monitor tracker task studies now international caucus trust',
);

/** Small words inside a longer name: "Centre for …", "Treaty on the …". */
export const nameLinks = list('of for on and against in to the over with from');

/** Films, which need no quotation marks: "the documentary …". */
export const films = list('film movie documentary biopic miniseries sitcom');

/** Animals and vessels, which bear the names of persons. */
export const beasts = list(
  'racehorse horse colt filly gelding mare stallion pony greyhound dog puppy retriever terrier spaniel labrador cat kitten parrot goat pig cow bull donkey elephant tiger bear rooster grey brindle tortoise hamster rabbit python camel gorilla penguin llama alpaca sheep lamb hen cockerel ferret budgie goldfish swan owl falcon rhino giraffe panda whale dolphin lobster yacht tugboat ship boat ferry trawler carrier frigate destroyer submarine warship tanker icebreaker cruiser hurricane storm',
);

/** Whatever bears another's name, in small letters: a work, a house, an animal, a drink. */
export const namesakes = union(
  works,
  houses,
  list('wine burger vodka'),
  films,
  beasts,
  list(
    'album song single novel memoir podcast play musical ballet thriller painting exhibition sculpture game app start-up robot gene asteroid beetle spider moth species brand beer series drama comedy trilogy poem mural duo chain shop store ale lager gin cheese',
  ),
);

/** Words before a name that make a thing of it: "USS …", "Mount …". */
export const thingOpeners = list(
  'uss hms hmcs ss rms mv mount mt fort ft port lake cape camp st saint hotel cafe café villa chateau château',
);

/** Trades and sports that nobody follows who is known for politics or what they write on it. */
export const trades = list(
  'hooker flanker full-back winger striker midfielder goalkeeper defender footballer cricketer quarterback pitcher batsman bowler jockey swimmer cyclist boxer gymnast electrician plasterer carpenter plumber butcher baker barber hairdresser dentist pharmacist chemist biologist mechanic gardener waiter waitress chef midwife nurse vet firefighter violinist pianist guitarist drummer soprano singer actress dancer sculptor schoolboy auctioneer vicar',
);

/** Towns and the like. */
export const towns = list(
  'town city village hamlet district neighbourhood neighborhood suburb port harbour harbor resort settlement',
);

/** States that a town is said to be in: "…, Texas". Washington is a city, too. */
export const states: ReadonlySet<string> = new Set(
  'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Ala,Ariz,Ark,Calif,Colo,Conn,Del,Fla,Ga,Ill,Ind,Kan,Ky,La,Md,Mass,Mich,Minn,Miss,Mo,Mont,Neb,Nev,Okla,Ore,Pa,Tenn,Tex,Vt,Va,Wash,Wis,Wyo,N.H.,N.J.,N.M.,N.Y.,N.C.,N.D.,R.I.,S.C.,S.D.'.split(
    ',',
  ),
);

/** Titles of people whom only their town knows. */
export const localTitles = list(
  'officer sergeant sgt constable pc detective trooper inspector corporal sheriff firefighter coach councillor cllr pastor rev reverend rabbi deacon nurse principal chef',
);

/** What a person leads or runs: "the … administration" is still the person's. */
export const officeHeads = list(
  'administration campaign government presidency cabinet white era years aide* adviser* advisor* ally allies official* critic* supporters loyalists voters transition appointee*',
);

/** Short forms with a full stop that do not end a sentence. */
export const abbreviations = union(
  shortTitles,
  list(
    'st jr sr u.s u.k u.n e.u no pub p.l l stat sec vs v etc inc co corp ltd jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e h.r ariz calif conn md fla ga ill mass mich minn pa tenn tex va wis',
  ),
);
