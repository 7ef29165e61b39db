/** Countries, states, big cities and regions: names that are places unless they do what a speaker does. Lower case; parts of several words joined by "_". */
export const PLACES = `
afghanistan africa alabama alaska albania aleppo algeria algiers america amsterdam andorra angola ankara antarctica arabia arctic argentina arizona arkansas armenia asia athens atlanta auckland austin australia austria azerbaijan baghdad bahamas bahrain baku balkans baltimore bangkok bangladesh
barbados barcelona basra bavaria beijing beirut belarus belfast belgium belgrade belize bengal benghazi benin berlin bermuda bhutan birmingham bolivia bosnia boston botswana brasilia brazil brexit bristol britain brisbane brooklyn brunei brussels bucharest budapest buenos_aires bulgaria burma burundi cairo calais california
cambodia cambridge cameroon canada canberra caracas cardiff caribbean casablanca catalonia chad chechnya chicago chile china cincinnati cleveland cologne colombia colombo colorado congo connecticut copenhagen cornwall crimea croatia cuba cyprus czechia dallas damascus darfur delaware delhi denmark denver detroit dhaka djibouti doha dominica
donetsk dubai dublin durham ecuador edinburgh egypt england eritrea essex estonia ethiopia europe fiji finland florence florida france frankfurt gabon gambia gaza geneva georgia germany ghana gibraltar glasgow greece greenland grenada guam guantanamo guatemala guinea guyana hague haiti hamburg hanoi
havana hawaii helsinki holland hollywood honduras houston hungary iceland idaho idlib illinois india indiana indonesia iowa iran iraq ireland islamabad israel istanbul italy jakarta jamaica japan jerusalem johannesburg jordan kabul kandahar kansas karachi kashmir kazakhstan kent kentucky kenya kharkiv khartoum kiev kyiv kosovo
kuwait kyoto kyrgyzstan lagos lahore lancashire laos latvia lebanon leeds leicester lesotho liberia libya liechtenstein lima lisbon lithuania liverpool london louisiana luhansk luxembourg lyon macau macedonia madagascar madrid maine malawi malaysia maldives mali malta manchester manhattan manila mariupol marseille maryland massachusetts mauritania mauritius
mecca mediterranean melbourne memphis mexico miami michigan milan minneapolis minnesota minsk mississippi missouri mogadishu moldova monaco mongolia montana montenegro montreal morocco moscow mosul mozambique mumbai munich myanmar nagasaki nairobi namibia naples nauru nebraska nepal netherlands nevada newcastle niger nigeria nottingham norfolk normandy norway nottinghamshire
oakland odessa ohio oklahoma oman ontario oregon orlando oslo ottawa oxford pakistan palestine panama paraguay paris pennsylvania perth peru peshawar philadelphia philippines phoenix pittsburgh plymouth poland portland portugal prague pretoria pyongyang qatar quebec queensland ramallah rome romania rotterdam russia rwanda salisbury samoa scotland seattle senegal
seoul serbia seychelles shanghai sheffield siberia sicily singapore slovakia slovenia somalia southampton spain srinagar stockholm strasbourg sudan sussex sweden switzerland sydney syria taipei taiwan tajikistan tanzania tasmania tehran tennessee texas thailand thessaloniki tibet tobago togo tokyo toronto
trinidad tripoli tunis tunisia turkey turkmenistan uganda uk ukraine ulster uruguay us usa ussr utah uzbekistan vancouver venezuela venice vermont vienna vietnam virginia wales warsaw washington wellington westminster wisconsin wyoming yemen yorkshire zambia zimbabwe zurich
ala ariz ark calif colo conn fla ill ind kan ky md mass mich minn mo mont neb nev n.j n.y n.h n.c s.c n.d s.d r.i n.m w.va okla ore tenn tex vt wis wyo d.c
`;

/** First words of places of several words: "New York", "North Korea", "Los Angeles". */
export const PLACE_OPENERS =
  'new north south east west northern southern eastern western central upper lower great los las san santa santo saint st sri hong el port fort mount lake cape rio sierra côte burkina puerto buenos kuala phnom tel united saudi costa papua ivory';

/** Last words of places. */
export const PLACE_ENDINGS = `
street road avenue lane square park bridge river lake mountain mountains hills hill valley island islands bay beach coast peninsula county province district region state city town village borough republic kingdom emirates states sea ocean
gulf strait canyon desert forest airport station highway boulevard drive court house palace castle tower hall kong york zealand korea lanka angeles diego francisco orleans jersey mexico hampshire dakota carolina arabia africa ireland wales
`;

/** Where somebody or something is from: "Russian", "Texan". */
export const DEMONYMS = `
afghan african albanian algerian american angolan arab arabian argentine argentinian armenian asian australian austrian azerbaijani azeri bahraini bangladeshi basque bavarian belarusian belgian bolivian bosnian brazilian british bulgarian burmese cambodian cameroonian canadian catalan chechen chilean chinese
colombian congolese cornish croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european filipino finnish flemish french georgian german ghanaian greek guatemalan haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican
japanese jewish jordanian kazakh kenyan korean kosovan kurdish kuwaiti kyrgyz laotian latvian lebanese liberian libyan lithuanian malaysian maltese mexican moldovan mongolian moroccan mozambican namibian nepalese nepali nigerian northern norwegian omani pakistani palestinian panamanian paraguayan persian peruvian philippine polish
portuguese qatari romanian russian rwandan salvadoran saudi scottish senegalese serb serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian texan thai tibetan tunisian turkish turkmen ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
catholic christian muslim hindu sikh buddhist protestant orthodox anglican sunni shia shiite islamic islamist mormon
republican democratic democrat tory conservative labour liberal socialist communist
`;
