/**
 * Words of everyday matters that borrow the words of public ones: of games, kitchens, gardens, wards, classrooms, shops
 * and stages. A star stands for any ending. What is said of wars and states, too, is not among them.
 */
const SPORT =
  'FIFA UEFA IOC NCAA NBA NFL football* soccer rugby cricket* tennis golf* hockey basketball baseball netball cyclist* peloton marathon* athlet* striker* midfield* goalkeep* goaltend* quarterback* referee* umpire* coach* league* championship* tournament* season* playoff* innings wicket* batsm* bowler* teammate* stadium* relegat* medal* sprinter* jockey* racehorse* furlong* boxing boxer* wrestl* club clubs player players scored scorer* scoring puck skat* skier* skiing swim* surfer* greenkeeper* pitch fans';
const KITCHEN =
  'recipe* chef* oven roast* sauce* soup* salad* onion* garlic cake* baker* baking baked restaurant* cook* menu* flavour* flavor* sausage* cheese butter wine* cocktail*';
const GARDEN =
  'garden* lawn* hedge* weeds shrub* blooms seedling* compost slug* aphid* gull* geese goose pigeon* bird* rabbit* deer fox foxes dog* puppy puppies cat cats kitten* beetle* ecosystem* habitat* crops';
const SCIENCE =
  'patient* surgeon* surgery surgical nurse* clinic* hospital* therap* physio* tumor* tumour* cancer gene genes genetic dose doses bacteria disease* diagnos* protein* physicist* isotop* electron* quantum molecul* polymer* catalys* atom atoms';
const TOWN =
  'pupil* classroom* school* teacher* headteacher* headmaster* headmistress* toddler* kindergarten* borough* parish* councillor* council planner* planning parking motorist* driver* betting bookmaker* landlord* tenant*';
const TRADE =
  'shop shops shopper* supermarket* shareholder* brand* retail* customer* advertis* marketing airline* carrier* fare fares flight* passenger* franchise* startup* app apps smartphone* laptop* insurer* hotel*';
const STAGE =
  'film* actor* actress* novelist* album* band bands singer* concert* theatre* theater* gallery painting* sculpt* dancer* choreograph* orchestra* opera episode* contestant* viewer* gamer* houseguest* wedding* marriage* divorc* spouse* couples parents choir* festival* perfume* salon';

/** All of them, a space between each two. */
export const everydayMatters = [SPORT, KITCHEN, GARDEN, SCIENCE, TOWN, TRADE, STAGE].join(' ');
