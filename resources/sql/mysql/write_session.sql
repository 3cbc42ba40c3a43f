-- SPDX-License-Identifier: MIT
SET SESSION lock_wait_timeout = CAST(? AS UNSIGNED),
    SESSION sql_mode = '',
    SESSION time_zone = '+00:00',
    SESSION character_set_client = utf8mb4,
    SESSION character_set_results = utf8mb4,
    SESSION collation_connection = utf8mb4_general_ci,
    SESSION sql_quote_show_create = 1,
    SESSION autocommit = 1,
    SESSION net_write_timeout = 600
