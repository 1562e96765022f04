/** What the columns of a list of people are: by the words of a header in several languages, else by what they hold. */

/** @typedef {'username' | 'password' | 'pod' | 'name' | 'given' | 'family' | 'email' | 'id' | 'ignored'} Role */

/** @type {readonly Role[]} */
export const ROLES = ['username', 'password', 'pod', 'name', 'given', 'family', 'email', 'id', 'ignored'];

/** Titles without case, marks, blanks and signs. @type {Readonly<Partial<Record<Role, string>>>} */
const TITLES = {
  username: 'username user login loginid loginname sisloginid account benutzername benutzer anmeldename nutzername kennung identifiant '
    + 'utilisateur nomdutilisateur usuario nombredeusuario nomeutente gebruikersnaam uzivatelskejmeno nazwauzytkownika '
    + 'netid uid upn samaccountname userprincipalname accountname benutzerid utilizador brukernavn brukarnamn anvandarnamn brugernavn kayttajatunnus '
    + 'kullanıcıadı логин имяпользователя ユーザー名 用户名 用戶名',
  password: 'password pass passwort kennwort motdepasse contrasena clave wachtwoord senha heslo haslo hasło '
    + 'pwd pw passwd losenord adgangskode passord salasana parola sifre пароль パスワード 密码 密碼',
  pod: 'pod podnumber seat seatno seatnumber platz sitzplatz',
  name: 'name fullname displayname student studentname person names vollername vollstandigername nomcomplet nombrecompleto teilnehmer '
    + 'students candidate participant preferredname vorundnachname nachnamevorname nomeetcognome nomecompleto navn namn nimi фио 氏名 名前 姓名',
  given: 'firstname givenname given forename vorname prenom nombre nome voornaam jmeno imie '
    + 'givennames fornavn fornamn etunimi имя 名',
  family: 'lastname familyname surname family nachname familienname nom nomdefamille apellido apellidos cognome achternaam prijmeni nazwisko '
    + 'etternavn efternavn efternamn sukunimi soyad soyadı фамилия 姓',
  email: 'email emailaddress mail mailaddress emailadresse courriel adressedecourriel adresseemail correo correoelectronico epost '
    + 'eposta epostadress sahkoposti почта электроннаяпочта メール メールアドレス 邮箱 電子郵件',
  id: 'id idnumber studentid studentnumber sisuserid userid externalid matriculation matrikelnummer matrikelnr matrnr matrikel personalnummer',
};
const ROLE_OF = new Map(Object.entries(TITLES).flatMap(([role, titles]) => titles.split(' ').map((title) => [title, /** @type {Role} */ (role)])));

const NAME_PART = /^\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$/u;

/**
 * Return what a column with *title* holds, or null where that is not known.
 * @param {string} title
 * @returns {Role | null}
 */
export function roleOfTitle(title) {
  const bare = title.replace(/\[.*\]|\(.*\)/g, '').normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return ROLE_OF.get(bare) ?? null;
}

/**
 * Return what each column of *rows* holds. Each role is given once; with *header*, what it does not know is left out.
 * @param {readonly string[][]} rows Without the header.
 * @param {readonly string[] | null} header
 * @returns {Role[]}
 */
export function guessRoles(rows, header) {
  const width = header?.length ?? rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? '').filter((cell) => cell !== ''));
  const names = header ? [] : findNameParts(columns);
  /** @type {Role[]} */
  const roles = [];
  for (const [column, cells] of columns.entries()) {
    const role = header ? roleOfTitle(header[column]) : names[column] ?? guessByCells(cells, roles);
    roles.push(role && !roles.includes(role) ? role : 'ignored');
  }
  return roles;
}

/**
 * Return the roles of the first two columns side by side that hold one capitalised word each: the given name and the
 * family's, which comes first behind a user name.
 * @param {readonly string[][]} columns
 * @returns {(Role | undefined)[]}
 */
function findNameParts(columns) {
  const at = columns.findIndex((cells, column) => column + 1 < columns.length && [cells, columns[column + 1]].every((each) => are(each, NAME_PART)));
  /** @type {(Role | undefined)[]} */
  const roles = [];
  if (at >= 0) roles[at] = at === 0 ? 'given' : 'family';
  if (at >= 0) roles[at + 1] = at === 0 ? 'family' : 'given';
  return roles;
}

/**
 * @param {readonly string[]} cells
 * @param {readonly Role[]} before What the columns to the left hold.
 * @returns {Role | null}
 */
function guessByCells(cells, before) {
  if (are(cells, /^[^\s@]+@[^\s@]+$/)) return before.includes('email') ? null : 'email';
  if (are(cells, /^\d{1,3}$/)) return before.length > 0 ? 'pod' : 'ignored';
  if (are(cells, /^\d{4,}$/)) return before.includes('id') ? null : 'id';
  if (before.length === 0 ? cells.some((cell) => /\s|,/.test(cell)) : are(cells, /\s|,/)) return before.includes('name') ? null : 'name';
  if (!before.includes('username') && !before.includes('name')) return are(cells, NAME_PART) && before.length === 0 ? 'name' : 'username';
  return before.includes('password') ? null : 'password';
}

/**
 * Return whether most *cells* fit *pattern*.
 * @param {readonly string[]} cells
 * @param {RegExp} pattern
 */
function are(cells, pattern) {
  return cells.length > 0 && cells.filter((cell) => pattern.test(cell)).length * 2 > cells.length;
}
