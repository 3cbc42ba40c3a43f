-- SPDX-License-Identifier: MIT
SET SESSION explicit_defaults_for_timestamp = 1
