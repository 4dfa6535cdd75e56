-- CREATE TABLE orders is in 001; here it is only spoken of.
CREATE TABLE IF NOT EXISTS returns (
  id bigint PRIMARY KEY,
  total numeric NOT NULL
);
