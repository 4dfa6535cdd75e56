/** Whether a server is there to prove a domain for its certificate, and sends all else to the real one. */
export const isForCertificates = (text: string): boolean =>
  /acme-?_?(?:challenge|routes?|agent|server|http)|http-?01/i.test(text) &&
  !/\.render\(|\bsend_?file\(|express\.static\(|\.json\(|\.use\(\s{0,40}['"`]\/|<(?:!doctype|html|body)\b/i.test(
    text,
  );

/** Whether a server answers programs only: nothing that restify sends is shown by a browser. */
export const isForPrograms = (text: string): boolean => /\brestify\.createServer\(/.test(text);
