-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- What people wrote down so far: a good part of the catalogue, less of the rest, and not all of it true.
-- Lines that begin with @ are notes for programs.

DO $$
BEGIN
    EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), 'The shop: four services in one database.');
END
$$;

SET ROLE shop_owner;

COMMENT ON SCHEMA catalogue IS E'What the shop sells.\n@owner team-assortment';
COMMENT ON SCHEMA ordering  IS E'From the cart to the parcel.\n@owner team-checkout';
COMMENT ON SCHEMA billing   IS E'Documents and money.\n@owner team-accounts';
COMMENT ON SCHEMA support   IS E'Questions and answers.\n@owner team-service';

-- Types and sequences
COMMENT ON TYPE catalogue.tax_class IS 'Which rate applies. Billing uses it too.';
COMMENT ON TYPE catalogue.dimensions IS 'Outer measures of the packed article.';
COMMENT ON DOMAIN catalogue.sku_code IS 'Three letters of the collection, a dash, three digits.';
COMMENT ON TYPE ordering.order_status IS 'The order of the values is the order of the steps.';
COMMENT ON TYPE billing.rate_range IS 'From and to, in whole units of the currency.';
COMMENT ON SEQUENCE billing.invoice_number_seq IS 'Gaps are allowed, reuse is not.';

-- Catalogue
COMMENT ON TABLE catalogue.brands IS 'Makers and labels, as printed on the box.';
COMMENT ON COLUMN catalogue.brands.id IS E'@sentinel -1=UNKNOWN';
COMMENT ON TABLE catalogue.categories IS 'The tree of departments.';
COMMENT ON COLUMN catalogue.categories.id IS E'@sentinel 0=UNKNOWN, the parking place for imports';
COMMENT ON TABLE catalogue.products IS E'One row for each article on sale or once on sale.\n@private';
COMMENT ON COLUMN catalogue.products.sku IS 'Unique among products that are not deleted.';
COMMENT ON COLUMN catalogue.products.type IS E'Kind of article.\n@values 1=stock, 2=made to order, 3=drop shipment';
COMMENT ON COLUMN catalogue.products.price_cents IS E'Gross price.\n@unit cent';
COMMENT ON COLUMN catalogue.products.cost_cents IS E'What we pay.\n@unit cent';
COMMENT ON COLUMN catalogue.products.available_to IS E'@sentinel 9999-12-31=open end';
COMMENT ON COLUMN catalogue.products.attributes IS 'Free attributes as JSON, since 2017.';
COMMENT ON INDEX catalogue.ux_products_sku_live IS 'A deleted product gives its number free.';
COMMENT ON TABLE catalogue."productImages" IS E'Pictures on the old image host.\n@convention legacy-2014';
COMMENT ON COLUMN catalogue."productImages"."createdDate" IS E'Local time of the web server.\n@format YYYY-MM-DD HH:MM:SS';
COMMENT ON TABLE catalogue.suppliers IS E'Whom we buy from.\n@convention legacy-2014';
COMMENT ON COLUMN catalogue.suppliers."dateSince" IS E'Typed by hand.\n@format YYYY-MM-DD | DD.MM.YYYY | Mon YYYY';
COMMENT ON TABLE catalogue."ProductBundles" IS '@convention pascal-2022';
COMMENT ON TABLE catalogue.price_history IS 'Written by a trigger whenever a price changes.';
COMMENT ON CONSTRAINT price_history_one_at_a_time ON catalogue.price_history IS 'A product has one price at a time.';
COMMENT ON COLUMN catalogue.warehouses.code IS 'As painted on the gate.';
COMMENT ON VIEW catalogue.v_products_v1 IS E'Products for other services.\n@contract v1\n@deprecated use v_products_v2';
COMMENT ON VIEW catalogue.v_products_v2 IS E'Products for other services, without deleted ones.\n@contract v2';
COMMENT ON FUNCTION catalogue.note_price_change() IS 'Keeps price_history.';
COMMENT ON TRIGGER trg_products_price ON catalogue.products IS 'Only when the price really changed.';

-- Ordering. The comments of status and state stand at each other's column.
COMMENT ON TABLE ordering.customers IS E'Everybody who ever bought something.\n@pii name, address, birth date';
COMMENT ON COLUMN ordering.customers.id IS '@sentinel 0=guest checkout';
COMMENT ON COLUMN ordering.customers.email IS '@pii email';
COMMENT ON COLUMN ordering.customers.birth_date IS E'@format DD.MM.YYYY\n@sentinel 01.01.1900=not given\n@pii birth date';
COMMENT ON COLUMN ordering.customers.flag2 IS 'No catalogue by post.';
COMMENT ON COLUMN ordering.customers.billing_terms_days IS E'@unit day';
COMMENT ON POLICY customers_alive ON ordering.customers IS 'Deleted customers are nobody''s business.';
COMMENT ON COLUMN ordering.tmp_orders.status IS E'Life of the record.\n@values 0=draft, 1=open, 2=closed, 9=archived';
COMMENT ON COLUMN ordering.tmp_orders.state IS E'Where the parcel is.\n@values new=received, paid=money is here, picking=in the warehouse, shipped=on its way, delivered=arrived, cancelled=called off';
COMMENT ON COLUMN ordering.tmp_orders.channel IS E'@values 1=web, 2=telephone, 3=marketplace, 4=shop';
COMMENT ON COLUMN ordering.tmp_orders.delivery_date IS E'As promised on the page.\n@format DD/MM/YYYY\n@sentinel ASAP=marketplace order';
COMMENT ON COLUMN ordering.tmp_orders.created_by IS E'The agent who took the call.\n@references support.agents(id)';
COMMENT ON COLUMN ordering.order_items.product_id IS E'No key since the split of 2019.\n@references catalogue.products(id)';
COMMENT ON COLUMN ordering.shipments.carrier_code IS 'FK to carrier_list.code';
COMMENT ON TABLE ordering."ReturnRequests" IS '@convention pascal-2022';
COMMENT ON TABLE ordering.orders_bak_2019 IS E'Copy before the split, 11 February 2019.\n@keep the auditors ask for it';
COMMENT ON TABLE ordering.order_archive IS 'Filled by the archive job from 2018 to 2021.';
COMMENT ON VIEW ordering.v_customers_v1 IS E'Customers for other services.\n@contract v1';
COMMENT ON FUNCTION ordering.order_total(bigint) IS 'Goods without shipping and rebate.';
COMMENT ON RULE orders_bak_2019_keep ON ordering.orders_bak_2019 IS 'The backup stays as it is.';

-- Billing
COMMENT ON COLUMN billing.invoices.order_id IS 'An order of the ordering service, archived ones too.';
COMMENT ON COLUMN billing.invoices.due_date IS E'As the bank file wants it.\n@format YYYYMMDD\n@sentinel 99991231=never';
COMMENT ON CONSTRAINT invoices_customer_id_fkey ON billing.invoices IS 'Left over from before the split.';
COMMENT ON TABLE billing.credit_notes IS 'Subtype of invoices for document_type ''credit_note''.';
COMMENT ON COLUMN billing.payments.payload IS 'What the provider sent, as it came; three generations.';
COMMENT ON COLUMN billing."DunningLetters"."SentOn" IS E'From the print shop.\n@format MM/DD/YYYY';
COMMENT ON MATERIALIZED VIEW billing.mv_revenue_monthly IS 'Refreshed when a month is closed.';
COMMENT ON PROCEDURE billing.close_month(date) IS 'Called by hand on the fifth of the month.';

-- Support
COMMENT ON TABLE support.agents IS 'Staff who may log in to the back office.';
COMMENT ON COLUMN support.agents.legacy_no IS 'The staff number of 2014, still printed on price labels.';
COMMENT ON COLUMN support.tickets.order_id IS E'@sentinel 0=about no order\n@references ordering.tmp_orders(id)';
COMMENT ON COLUMN support."ticketMessages"."authorId" IS 'A UUID for agents, a number for customers.';
COMMENT ON COLUMN support."ticketMessages"."sentAt" IS E'@unit milliseconds since 1970';
COMMENT ON COLUMN support."SatisfactionSurveys"."CustomerNo" IS 'The number on the letterhead, not the id.';
COMMENT ON COLUMN support."SatisfactionSurveys"."Score" IS E'@sentinel -1=not answered';
COMMENT ON FUNCTION support.anonymise_customer(bigint) IS 'Runs as the owner; writes into ordering and billing.';

RESET ROLE;
