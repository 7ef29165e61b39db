/** Forms of address before a name and the gender they tell; full stops left out. Lower case. */
export const HONORIFICS: Readonly<Record<'female' | 'male' | 'either', string>> = {
  female:
    'mrs ms miss mme mlle madame madam mademoiselle dame lady sra srta señora señorita senora senorita signora frau sister baroness duchess countess princess queen empress begum',
  male: 'mr messrs mister sir lord m monsieur señor senor sr signor herr brother baron duke earl count viscount prince king emperor sheikh sheik shaikh',
  either:
    'dr prof professor rev reverend fr hon honourable honorable rabbi imam pastor father mother saint canon ayatollah pope archbishop bishop cardinal mufti sultan emir mx',
};

/**
 * Titles of office and rank that stand directly before a name, abbreviated ("Gen.", "Sen.", "Det. Sgt.") or short. Full stops left out.
 * Roles in full ("Foreign Minister", "coach") are in roles.ts: they stand before names as well, and alone.
 */
export const TITLES = `
gen maj lt col capt cpt cmdr cdr adm sgt cpl pvt pfc ssgt msgt brig cdt ens det insp supt ch const pc ps di dci dcs wpc cllr
sen rep gov pres sec atty amb assemb asst del dep pm mp msp mep mla td supt vp ceo cfo coo cto chmn
`;

/** Endings of a name. Full stops left out. */
export const SUFFIXES = 'jr sr ii iii iv esq phd md qc kc mbe obe cbe mp msp mep dds rn cpa ret';

/** Small words inside names: "de", "van der", "bin", "al". */
export const PARTICLES =
  'de del della delle dei di da das do dos du des d van von der den het ter ten te zu zum zur af av la le los las el al bin ibn bint ben binti abu y e san st';
