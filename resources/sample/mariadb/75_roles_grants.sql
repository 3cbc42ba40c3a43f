-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Who may do what. The accounts are locked; unlock one to log in as it.

CREATE ROLE IF NOT EXISTS shop_readers, shop_catalogue_writer;

CREATE USER IF NOT EXISTS 'svc_catalogue'@'localhost' ACCOUNT LOCK;
CREATE USER IF NOT EXISTS 'svc_ordering'@'localhost' ACCOUNT LOCK;
CREATE USER IF NOT EXISTS 'svc_backoffice'@'localhost' ACCOUNT LOCK;
CREATE USER IF NOT EXISTS 'reporting_ro'@'localhost' ACCOUNT LOCK;
CREATE USER IF NOT EXISTS 'analyst'@'localhost' ACCOUNT LOCK;

GRANT SELECT, INSERT, UPDATE, DELETE ON shop_catalogue.* TO shop_catalogue_writer;
GRANT shop_catalogue_writer TO 'svc_catalogue'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_ordering.* TO 'svc_ordering'@'localhost';
-- billing and support log in as one
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_billing.* TO 'svc_backoffice'@'localhost';
GRANT SELECT, INSERT, UPDATE, DELETE ON shop_support.* TO 'svc_backoffice'@'localhost';

-- Contracts
GRANT SELECT ON shop_catalogue.v_products_v1 TO 'svc_ordering'@'localhost', 'svc_backoffice'@'localhost';
GRANT SELECT ON shop_catalogue.v_products_v2 TO 'svc_ordering'@'localhost', 'svc_backoffice'@'localhost';
GRANT SELECT ON shop_ordering.v_customers_v1 TO 'svc_backoffice'@'localhost';

-- What crosses
GRANT SELECT, UPDATE (reserved) ON shop_catalogue.stock_levels TO 'svc_ordering'@'localhost';
GRANT SELECT ON shop_catalogue.products TO 'svc_ordering'@'localhost', 'svc_backoffice'@'localhost';
GRANT INSERT ON shop_billing.invoices TO 'svc_ordering'@'localhost';
GRANT SELECT, UPDATE (paid_at, state) ON shop_ordering.tmp_orders TO 'svc_backoffice'@'localhost';
GRANT SELECT, UPDATE (loyalty_points) ON shop_ordering.customers TO 'svc_backoffice'@'localhost';
GRANT EXECUTE ON PROCEDURE shop_support.anonymise_customer TO 'svc_backoffice'@'localhost';

-- Readers. reporting_ro reads, and by now also writes.
GRANT SELECT ON shop_catalogue.* TO shop_readers;
GRANT SELECT ON shop_ordering.tmp_orders TO shop_readers;
GRANT SELECT ON shop_ordering.order_items TO shop_readers;
GRANT SELECT (id, customer_no, locale, status, created_at) ON shop_ordering.customers TO shop_readers;
GRANT SELECT ON shop_billing.v_revenue_monthly TO shop_readers;
GRANT shop_readers TO 'reporting_ro'@'localhost', 'analyst'@'localhost';
GRANT INSERT ON shop_support.notifications TO 'reporting_ro'@'localhost';
GRANT UPDATE (deleted_at) ON shop_ordering.tmp_orders TO 'reporting_ro'@'localhost';
