-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Triggers, routines and events, created after the rows so that loading does not set them off.
-- Each body is one statement, so that every client can load this file without DELIMITER.

-- Inside one service

CREATE TRIGGER shop_catalogue.trg_products_price_close AFTER UPDATE ON shop_catalogue.products FOR EACH ROW
UPDATE shop_catalogue.price_history SET valid_to = curdate()
WHERE product_id = new.id AND valid_to = '9999-12-31' AND old.price_cents <> new.price_cents;

CREATE TRIGGER shop_catalogue.trg_products_price_open AFTER UPDATE ON shop_catalogue.products FOR EACH ROW
FOLLOWS trg_products_price_close
INSERT INTO shop_catalogue.price_history (product_id, price_cents, valid_from)
SELECT new.id, new.price_cents, curdate() FROM shop_catalogue.brands
WHERE id = new.brand_id AND old.price_cents <> new.price_cents;

CREATE TRIGGER shop_ordering.trg_orders_status AFTER UPDATE ON shop_ordering.tmp_orders FOR EACH ROW
INSERT INTO shop_ordering.order_status_history (order_id, seq, old_status, new_status)
SELECT new.id, coalesce(max(seq), 0) + 1, old.status, new.status
FROM shop_ordering.order_status_history WHERE order_id = new.id HAVING old.status <> new.status;

CREATE TRIGGER shop_ordering.trg_customers_keep BEFORE DELETE ON shop_ordering.customers FOR EACH ROW
SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'customers are never deleted, set deleted_at';

CREATE TRIGGER shop_support.trg_tickets_closed BEFORE UPDATE ON shop_support.tickets FOR EACH ROW
SET new.closed_at = if(new.status >= 4 AND old.status < 4, now(), new.closed_at);

CREATE FUNCTION shop_ordering.order_total(wanted BIGINT) RETURNS BIGINT READS SQL DATA
COMMENT 'Goods without shipping and rebate.'
RETURN (SELECT sum(line_total_cents) FROM shop_ordering.order_items WHERE order_id = wanted);

-- From one service into another

CREATE TRIGGER shop_ordering.trg_order_items_reserve AFTER INSERT ON shop_ordering.order_items FOR EACH ROW
UPDATE shop_catalogue.stock_levels SET reserved = reserved + new.quantity
WHERE product_id = new.product_id AND variant_no = new.variant_no AND warehouse_code = 'HAM1';

CREATE TRIGGER shop_ordering.trg_shipments_invoice AFTER INSERT ON shop_ordering.shipments FOR EACH ROW
INSERT INTO shop_billing.invoices (invoice_no, order_id, customer_id, net_cents, tax_cents, issued_on, due_date)
SELECT concat('A', o.order_no), o.id, o.customer_id, o.total_cents * 100 DIV 119,
       o.total_cents - o.total_cents * 100 DIV 119, curdate(), date_format(curdate() + INTERVAL 14 DAY, '%Y%m%d')
FROM shop_ordering.tmp_orders o WHERE o.id = new.order_id;

CREATE TRIGGER shop_billing.trg_payments_order_paid AFTER INSERT ON shop_billing.payments FOR EACH ROW
UPDATE shop_ordering.tmp_orders o
JOIN shop_billing.invoices i     ON i.order_id = o.id
JOIN shop_ordering.customers c   ON c.id = i.customer_id
SET o.paid_at = new.received_at, c.loyalty_points = c.loyalty_points + new.amount_cents DIV 100
WHERE i.id = new.invoice_id;

CREATE TRIGGER shop_billing.trg_invoices_audit AFTER UPDATE ON shop_billing.invoices FOR EACH ROW
INSERT INTO shop_support.audit_log (table_name, row_id, action, actor, before_value, after_value)
VALUES ('invoices', new.id, 'U', current_user(), json_object('status', old.status), json_object('status', new.status));

CREATE PROCEDURE shop_support.anonymise_customer(IN wanted BIGINT) MODIFIES SQL DATA SQL SECURITY DEFINER
COMMENT 'Runs as its definer, writes into ordering.'
UPDATE shop_ordering.customers
SET email = NULL, first_name = 'Removed', last_name = 'Customer', phone = NULL, anonymised_at = now()
WHERE id = wanted;

CREATE PROCEDURE shop_support.merge_tickets(IN keep_id INT, IN other_id INT) MODIFIES SQL DATA SQL SECURITY INVOKER
UPDATE shop_support.tickets SET merged_into_id = keep_id, status = 5 WHERE id = other_id;

-- Names a table that was dropped in 2016, and finds out when somebody calls it.
CREATE PROCEDURE shop_billing.reconcile_legacy() READS SQL DATA
SELECT count(*) FROM shop_ordering.orders o
LEFT JOIN shop_billing.invoices i ON i.order_id = o.id WHERE i.id IS NULL;

-- Events; the scheduler is off unless the server says otherwise.

CREATE EVENT shop_billing.ev_close_month ON SCHEDULE EVERY 1 MONTH STARTS '2024-01-05 03:00:00'
COMMENT 'Billing closes orders of another service.' DO
UPDATE shop_ordering.tmp_orders SET state = 9
WHERE state = 2 AND ordered_at < curdate() - INTERVAL 1 MONTH
  AND id IN (SELECT order_id FROM shop_billing.invoices WHERE status = 2);

CREATE EVENT shop_ordering.ev_forget_carts ON SCHEDULE EVERY 1 DAY STARTS '2024-01-01 04:00:00' DISABLE DO
DELETE FROM shop_ordering.carts WHERE touched_at < unix_timestamp() - 7776000;
