-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Optional: what breaks here is not the catalogue but the call. PostgreSQL keeps a view from losing
-- its table, so this view goes through a function that names a table dropped in 2016.

SET ROLE shop_owner;
CREATE VIEW billing.v_legacy_gap AS
SELECT billing.reconcile_legacy() AS orders_without_invoice;
RESET ROLE;
