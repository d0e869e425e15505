import { foldText } from './normalize.ts';

/** Frequent words of one language, folded as the matcher folds them. */
export interface FrequentWords {
  /** Stand in every paragraph. */
  readonly everywhere: ReadonlySet<string>;
  /** Too common to stand for a term by themselves. */
  readonly common: ReadonlySet<string>;
  /** Stand before a noun and make it no name. */
  readonly articles: ReadonlySet<string>;
}

interface Written {
  readonly everywhere: string;
  readonly common: string;
  readonly articles: string;
}

const german: Written = {
  articles: 'der die das den dem des ein eine einen einem einer eines',
  everywhere: `aber alle alles als also am an andere auch auf aus bei beim bin bis bist da dabei dafür damit dann daran
  darauf das dass daß davon dazu dein dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du
  durch ein eine einem einen einer eines er es etwa euch für gegen gewesen haben habe hat hatte hatten hier hinter ich ihm
  ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine können
  konnte man mehr mein mich mir mit muss müssen nach neben nein nicht noch nun nur ob oder ohne schon sehr sei sein seine
  seinem seinen seiner seit sich sie sind so soll sollen sowie über um und uns unser unter viel viele vom von vor war waren
  warum was weil welche welcher welches wenn wer werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwischen`,
  common: `abend alt anfang arbeit arbeiten art artikel auge augen auto bank beginnen beispiel bekommen bericht bild bilder
  bleiben boden brauchen bringen buch bürger denken ding eltern ende entwicklung erklären erste ersten euro fahren fall
  familie film finden firma folgen form frage fragen frau frauen freund freunde frieden führen geben gehen geld gericht
  geschichte gesellschaft gesetz gestern glauben gleich grenze groß große grund gruppe gut halten hand haus heißen herz heute
  hilfe hoch idee information jahr jahre jahren jahres jemand jung kennen kind kinder klein kommen kopf kraft krieg kunde
  kunden kurz land lang lassen laufen leben lernen letzte leute licht liegen luft machen macht mann männer markt meinen
  meinung mensch menschen meter million millionen minister möglich möglichkeit monat morgen musik mutter nächste nacht
  nachricht name namen nehmen nennen neu neue nichts niemand ordnung ort partei plan platz politik polizei preis problem
  prozent punkt raum recht regierung richtig sache sagen schreiben schule sehen seite setzen spiel spielen sprache sprechen
  staat stadt stehen stelle stimme straße stunde system tag tage teil tisch tun tür uhr unternehmen vater verstehen versuchen
  wahl wasser weg welt wenig werk wichtig wirtschaft woche wort zahl zeigen zeit zeitung ziel zimmer`,
};

const spanish: Written = {
  articles: 'el la los las un una unos unas lo',
  everywhere: `a al algo ante antes así aún aunque bajo bien cada casi como con contra cual cuando de del desde donde dos
  durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue fueron
  ha había han hasta hay la las le les lo los más me mi mientras mis muy nada ni no nos nosotros o os otra otras otro otros
  para pero poco por porque pues que qué quien se sea ser si sí sido sin sobre son su sus también tan tanto te tiene tienen
  toda todas todo todos tras tu un una unas uno unos usted y ya yo`,
  common: `agua ahora algunos alto amigo amigos años año aquí artículo asunto ayer ayuda bueno buena calle cabeza cambio
  camino campo casa casos caso centro ciudad ciudadano ciudadanos cosa cosas creer cuenta cuerpo dar datos decir dejar
  derecho derechos desarrollo después día días dinero dios economía ejemplo elecciones empresa empresas equipo escribir
  escuela estado estados estar euro euros familia fin forma fuerza general gente gobierno gran grande grupo guerra haber
  hablar hacer hecho hermano hijo hijos historia hombre hombres hora horas hoy idea información ir joven juego justicia lado
  ley leyes libro llegar lugar madre mañana manera mano mayor medio medios mejor menos mercado mes meses ministro momento
  mujer mujeres mundo música nacional nación nada necesidad niño niños noche nombre nuevo nueva número orden padre país países
  palabra palabras papel parte partido partir pasado paz pequeño persona personas poder policía política político precio
  presidente primera primero problema problemas proceso programa pueblo puerta punto querer razón salud semana sentido sistema
  situación social sociedad tema tiempo tierra tipo trabajo trabajar último ver verdad vez veces vida voz`,
};

const french: Written = {
  articles: 'le la les l un une des du de d au aux',
  everywhere: `à afin ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir bien c car ce ceci cela ces
  cet cette ceux chaque chez comme comment contre d dans de depuis des deux donc dont du elle elles en encore entre es est et
  étaient était été être eu eux fait faire il ils j je jusque l la là le les leur leurs lors lui m ma mais me même mes moi moins
  mon n ne ni non nos notre nous on ont ou où par parce pas peu peut plus pour pourquoi pourtant qu quand que quel quelle qui
  quoi s sa sans se sera ses si son sont sous sur t ta te tes toi ton tous tout toute toutes très trop tu un une vers vos votre
  vous y`,
  common: `affaire ami amis an ancien année années ans argent article aujourd'hui aide aller beau bon bonne besoin bout bras
  bureau cas cause changer chef chemin chose choses citoyen citoyens coeur compte connaître corps côté coup cours croire demain
  demander dernier dernière développement devoir dieu dire donner droit droits eau école économie effet élection élections enfant
  enfants entreprise entreprises équipe esprit état étude euro euros exemple famille façon femme femmes fille film fils fin fois
  fond force forme gens gouvernement grand grande groupe guerre heure heures hier histoire homme hommes idée image information
  jamais jeu jeune jour journal journée jours justice lettre lieu livre loi lois long main maison mal manière marché matin médecin
  mère mettre million millions ministre mois moment monde mort mot mots musique national nation nombre nom nouveau nouvelle nuit
  ordre paix parler parole part parti partie passé pays peine penser père personne personnes petit petite peuple peur place plan
  point police politique porte pouvoir premier première prendre président prix problème problèmes public question raison rapport
  rendre reste rien route rue santé savoir semaine sens service seul situation société soir suite système temps terre tête travail
  travailler trouver venir vérité vie vieux ville voir voix vouloir vrai`,
};

const russian: Written = {
  articles: '',
  everywhere: `а без бы был была были было быть в вам вас весь во вот все всё всего всех вы где да даже для до его ее её если есть
  еще ещё же за здесь и из или им их к как какой ко когда кто ли либо мне может мой мы на над надо нам нас не него нее неё нет ни
  них но ну о об однако он она они оно от очень по под после потом потому почти при про раз с сам свой свои себе себя со так также
  такой там те тем то того тоже той только том тот ту ты у уже хотя чего чем через что чтобы эта эти это этого этой этом этот я`,
  common: `банк больше большой брат вера ветер вечер вещь взгляд вид власть власти внимание вода воды возможность война войны
  вопрос вопросы время времени врач газета глаз глаза год года годов году голова голос город города господин государство группа
  данные дверь два дело дела день дни деньги дети детей доктор дом дома дорога друг друзья душа другой жена женщина женщины жизнь
  жизни завод закон законы земля земли знать идти имя интерес информация история история история книга книги конец компания кровь
  лет лицо лето люди людей любовь мать месяц место места мир мира минута много море мужчина музыка мысль народ наука начало неделя
  нога новый новости ночь нужно область образ общество один окно он отец ответ отношение партия первый письмо план площадь полиция
  помощь понять порядок последний правда право права правительство президент пример проблема проблемы процесс процент путь работа
  работы разговор район ребенок результат решение рубль рубли рублей рука руки рынок рядом свет связь сегодня семья сердце сила силы
  система сказать слово слова случай смерть смысл событие сон состояние способ стол сторона страна страны стул суд сын тело
  тысяча тысяч улица условие утро учитель форма хорошо цель цена центр час часы часть человек человека экономика язык`,
};

const ukrainian: Written = {
  articles: '',
  everywhere: `а або адже але б без би був була були було бути в вам вас вже ви від він вона вони воно всі все всього всіх да де для до
  є ж за з зі і із й її їй їм їх його коли кого ким мене ми мій мені може на над нам нас наш не нею ним них ні ну о об один однак он по
  під після при про сам своє свої свого свій себе собі та так таки такий також там те тебе ти тим тих то тобто того той тому тут у
  хто це цей ці цих ця через чи чим що щоб щось я як яка яке який які якщо`,
  common: `бік більше близько брат будинок велика великий вечір вибори вид від віра вік влада влади вода води воля вона вулиця газета
  глава година годин голова голос гроші група дані двері день дня дні держава держави дитина діти дітей добре дорога друг друзі друга
  думка душа діло дім економіка життя жінка жінки завод закон закони земля землі знати ім'я інтерес інформація історія
  книга книги кінець компанія країна країни кров літо лист лікар любов люди людей людина людини мати мета минулий мир місто міста
  місце місця місяць мова мови момент море музика наука народ ніч новий нова новини нога область образ один око очі особа остання
  охорона партія перший питання план площа поліція порядок помощь допомога правда право права президент приклад проблема проблеми
  процес процент відсоток путь шлях рада ранок рахунок результат рік року роки років робота роботи родина розвиток рука руки ринок
  світ світло світу серце сила сили син система сказати слово слова смерть сон спосіб справа справи стан сторона суд суспільство сьогодні
  сім'я тиждень тисяча тисяч уряд форма ціна центр час часу частина чоловік чоловіки школа`,
};

const written: Readonly<Record<string, Written>> = {
  de: german,
  es: spanish,
  fr: french,
  ru: russian,
  uk: ukrainian,
};

const known = new Map<string, FrequentWords>();

/** The frequent words of a language by its tag ("de", "de-AT"); nothing for English, which has lists of its own, and for others. */
export function frequentWordsOf(language: string): FrequentWords | undefined {
  const [base = ''] = language.toLowerCase().split('-');
  const words = Object.hasOwn(written, base) ? written[base] : undefined;
  if (words === undefined) return undefined;
  const found = known.get(base) ?? {
    everywhere: fold(words.everywhere),
    common: fold(words.common),
    articles: fold(words.articles),
  };
  known.set(base, found);
  return found;
}

/** As the matcher folds: "für" is "fur", "й" is "и". */
function fold(words: string): ReadonlySet<string> {
  return new Set(foldText(words).text.split(' '));
}
