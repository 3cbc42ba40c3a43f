-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Who may do what. Compare with who owns what.

SET ROLE shop_owner;

-- Each service on its own schema; billing and support log in as svc_backoffice.
GRANT USAGE ON SCHEMA catalogue TO svc_catalogue, svc_ordering, svc_backoffice, shop_readers;
GRANT USAGE ON SCHEMA ordering  TO svc_ordering, svc_backoffice, svc_catalogue, shop_readers;
GRANT USAGE ON SCHEMA billing   TO svc_backoffice, svc_ordering, shop_readers;
GRANT USAGE ON SCHEMA support   TO svc_backoffice, svc_catalogue, shop_readers;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA catalogue TO svc_catalogue;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ordering TO svc_ordering;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA support TO svc_backoffice;
GRANT SELECT, INSERT, UPDATE ON billing.tax_rates, billing."paymentMethods", billing.invoices, billing.invoice_lines,
    billing.credit_notes, billing.payments, billing.refunds, billing."DunningLetters" TO svc_backoffice;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA catalogue TO svc_catalogue;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA ordering TO svc_ordering;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA billing TO svc_backoffice;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA support TO svc_backoffice;

-- Contracts are for everybody.
GRANT SELECT ON catalogue.v_products_v1 TO PUBLIC;
GRANT SELECT ON catalogue.v_products_v2, ordering.v_customers_v1 TO svc_catalogue, svc_ordering, svc_backoffice;

-- What crosses: the triggers of one service write with the rights of whoever fires them.
GRANT UPDATE (reserved), SELECT ON catalogue.stock_levels TO svc_ordering;
GRANT SELECT ON catalogue.products, catalogue.warehouses TO svc_ordering, svc_backoffice;
GRANT INSERT ON billing.invoices TO svc_ordering;
GRANT USAGE ON SEQUENCE billing.invoice_number_seq TO svc_ordering;
GRANT SELECT, UPDATE (paid_at, state) ON ordering.tmp_orders TO svc_backoffice;
GRANT SELECT, UPDATE (loyalty_points) ON ordering.customers TO svc_backoffice;
GRANT INSERT ON support.audit_log TO svc_catalogue;
GRANT TRUNCATE ON ordering.orders_bak_2019 TO svc_backoffice;

-- Readers. reporting_ro reads, and by now also writes.
GRANT SELECT ON ALL TABLES IN SCHEMA catalogue TO shop_readers;
GRANT SELECT ON ordering.tmp_orders, ordering.order_items, ordering.v_orders, ordering.v_order_summary TO shop_readers;
GRANT SELECT (id, customer_no, locale, status, created_at) ON ordering.customers TO shop_readers;
GRANT SELECT ON billing.mv_revenue_monthly, billing.invoices TO shop_readers WITH GRANT OPTION;
GRANT INSERT ON support.notifications TO reporting_ro;
GRANT UPDATE (deleted_at) ON ordering.tmp_orders TO reporting_ro;

-- Routines
REVOKE EXECUTE ON FUNCTION support.anonymise_customer(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION support.anonymise_customer(bigint) TO svc_backoffice;
REVOKE EXECUTE ON PROCEDURE billing.close_month(date) FROM PUBLIC;

ALTER DEFAULT PRIVILEGES IN SCHEMA catalogue GRANT SELECT ON TABLES TO shop_readers;

RESET ROLE;
SET ROLE accounting_owner;
GRANT SELECT, INSERT ON billing.ledger_entries TO svc_backoffice;
GRANT SELECT ON billing.ledger_accounts TO svc_backoffice, analyst;
RESET ROLE;
