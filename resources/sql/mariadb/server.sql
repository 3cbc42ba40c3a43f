-- SPDX-License-Identifier: MIT
SELECT VERSION(), @@character_set_server, @@lower_case_table_names, CURRENT_USER(), CURRENT_ROLE()
