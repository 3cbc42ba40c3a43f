-- SPDX-License-Identifier: MIT
SET SESSION system_versioning_alter_history = 'KEEP'
