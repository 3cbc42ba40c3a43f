-- SPDX-License-Identifier: MIT
-- The session that writes comments: as session.sql, but whether it may write is the server's word.
-- What is reported as written has to survive a crash of the server, too.
-- $1 lock_timeout, $2 statement_timeout, $3 idle_in_transaction_session_timeout, in ms
SELECT set_config('standard_conforming_strings', 'on', false),
       set_config('search_path', '', false),
       set_config('lock_timeout', $1, false),
       set_config('statement_timeout', $2, false),
       set_config('idle_in_transaction_session_timeout', $3, false),
       set_config('quote_all_identifiers', 'off', false),
       set_config('DateStyle', 'ISO', false),
       set_config('TimeZone', 'UTC', false),
       set_config('synchronous_commit',
                  CASE current_setting('synchronous_commit')
                  WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false)
