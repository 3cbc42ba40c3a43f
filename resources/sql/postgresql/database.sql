-- SPDX-License-Identifier: MIT
SELECT d.oid, d.datname, d.datdba, pg_encoding_to_char(d.encoding), d.datcollate, d.datctype,
       current_setting('block_size')
  FROM pg_database d
 WHERE d.datname = current_database()
