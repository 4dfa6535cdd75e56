/** A way in which texts of many languages give a value to a name, or take a password where no name stands. */
export interface TextForm {
  /** Global; groups `name` (where one stands) and `value`. */
  readonly pattern: RegExp;
  /** What is named where the form has no name. */
  readonly name?: string;
  /** Files that it is looked for in, by their names. */
  readonly files?: RegExp;
}

const quoted = '(?<quote>["\'])(?<value>[^"\'\\r\\n]{4,300})\\k<quote>';
const markup =
  /\.(?:xml|config|csproj|props|targets|plist|html?|xhtml|jsp|aspx?|cshtml|vue|svelte|ejs|hbs|php)$/i;

/** The forms beside the plain assignment. */
export const textForms: readonly TextForm[] = [
  // define('DB_PASSWORD', '…'), putString("api_key", "…"), System.setProperty("password", "…")
  {
    pattern: new RegExp(
      `\\b(?:define|put|putString|set|setProperty|setenv|putenv|header|addHeader|setHeader|add_header|add|Add)\\(\\s{0,4}["'](?<name>[\\w.-]{2,60})["']\\s{0,4},\\s{0,4}${quoted}`,
      'g',
    ),
  },
  // setPassword("…"), .withApiKey("…")
  { pattern: new RegExp(`\\b(?:set|with|use)_?(?<name>[A-Z]\\w{2,40})\\(\\s{0,4}${quoted}\\s{0,4}\\)`, 'g') },
  // getConnection(url, "user", "…"), mysqli_connect('host', 'user', '…')
  {
    pattern: new RegExp(
      `\\b(?:getConnection|mysqli_connect|mysql_connect|new mysqli|new PDO|MySQLdb\\.connect|pymysql\\.connect)\\((?:\\s{0,9}(?:"[^"\\n]{0,200}"|'[^'\\n]{0,200}'|[\\w$.]{1,60})\\s{0,4},){2}\\s{0,9}${quoted}`,
      'g',
    ),
    name: 'PASSWORD',
  },
  // <password>…</password>
  {
    pattern: /<(?<name>[A-Za-z][\w.:-]{2,40})>\s{0,9}(?<value>[^<>\s]{4,300})\s{0,9}<\/\k<name>>/g,
    files: markup,
  },
  // <add key="ApiKey" value="…"/>, <input name="api_key" value="…">
  {
    pattern: new RegExp(
      `\\b(?:key|name|id)=["'](?<name>[\\w.:-]{2,60})["'][^<>\\n]{0,80}?\\svalue=${quoted}`,
      'g',
    ),
    files: markup,
  },
  // <string name="api_key">…</string>
  {
    pattern:
      /\b(?:key|name)=["'](?<name>[\w.:-]{2,60})["'][^<>\n]{0,60}>\s{0,9}(?<value>[^<>\s]{4,300})\s{0,9}<\//g,
    files: markup,
  },
  // <key>ApiKey</key><string>…</string>
  {
    pattern: /<key>(?<name>[\w.:-]{2,60})<\/key>\s{0,40}<string>(?<value>[^<>\s]{4,300})<\/string>/g,
    files: /\.plist$/i,
  },
  // variable "db_password" { default = "…" }
  {
    pattern:
      /\bvariable\s{1,4}"(?<name>[\w-]{2,60})"\s{0,4}\{[^{}]{0,400}?\bdefault\s{0,20}=\s{0,4}"(?<value>[^"\n]{4,300})"/g,
    files: /\.tf$/i,
  },
  // host:port:database:user:password
  {
    pattern: /^[\w.*-]{1,100}:(?:\d{1,5}|\*):[^:\n]{1,60}:[^:\n]{1,60}:(?<value>[^:\n]{4,100})$/gm,
    name: 'PGPASSWORD',
    files: /(?:^|[./])pgpass(?:\.conf)?$/i,
  },
];
