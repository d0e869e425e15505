/**
 * Words of everyday matters that borrow the words of public ones: of games, kitchens, gardens, wards, classrooms, shops
 * and stages. A star stands for any ending. What is said of wars and states, too, is not among them.
 */
const SPORT =
  'FIFA UEFA IOC NCAA NBA NFL football* soccer rugby cricket* tennis golf* hockey basketball baseball netball cyclist* peloton athlet* striker* midfield* goalkeep* goaltend* quarterback* referee* umpire* coach* league* championship* tournament* season* playoff* innings wicket* batsm* bowler* teammate* stadium* relegat* medal* sprinter* jockey* racehorse* furlong* boxing boxer* wrestler* club clubs player players scored scorer* scoring puck skat* skier* skiing swim* surfer* greenkeeper* pitch fans gym yoga racing angler* trout hamstring';
const KITCHEN =
  'recipes chef* oven roast* sauce* soup* salad* onion* garlic cake* baker* baking baked restaurant* cook* flavour* flavor* sausage* cheese butter wine* cocktail* dumpling* pasta pizza* porridge beer brewer* pub pubs cigar* vegetable* potato*';
const GARDEN =
  'garden* lawn* hedges weeds shrub* blooms seedling* compost slug* aphid* gull gulls geese goose pigeon* bird* rabbit* deer fox foxes dog dogs puppy puppies cat cats kitten* beetle* ecosystem* species flower* tulip* roses hive hives allotment* horse horses sheep cows goat goats vets mower* habitat* crops';
const SCIENCE =
  'patients surgeon* surgery nurse* clinic* hospital* therap* physio* tumor* tumour* cancer gene genes genetic dose doses bacteria disease* diagnos* protein* physicist* isotop* electron electrons quantum molecul* polymer* catalys*';
const TOWN =
  'pupil* classroom* school* teacher* headteacher* headmaster* headmistress* toddler* kindergarten* exam exams vicar* sewage litter borough* parish* councillor* council parking motorist* betting bookmaker* landlord* tenant*';
const TRADE =
  'phone phones bicycle* ticket* shop shops shopper* supermarket* shareholder* brand branding retail* customer* advertis* marketing airline* fare fares flight* passenger* startup* app apps smartphone* laptop* hotel*';
const STAGE =
  'film* guitar* pianist* piano drummer* violin* actress* novelist* album* singer* concert* theatre* theater* gallery painting* sculpt* dancer* choreograph* orchestra* opera contestant* viewer* gamer* houseguest* wedding* marriage* divorc* couples parents choir* festival* perfume* salon';

/** All of them, a space between each two. */
export const everydayMatters = [SPORT, KITCHEN, GARDEN, SCIENCE, TOWN, TRADE, STAGE].join(' ');
