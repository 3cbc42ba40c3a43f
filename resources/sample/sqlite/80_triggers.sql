-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Triggers, created after the rows so that loading does not set them off.

-- Catalogue, inside the service

CREATE TRIGGER trg_products_price AFTER UPDATE OF price_cents ON products
WHEN old.price_cents <> new.price_cents
BEGIN
    UPDATE price_history SET valid_to = date('now')
    WHERE product_id = new.id AND valid_to = '9999-12-31';
    INSERT INTO price_history (product_id, price_cents, valid_from)
    VALUES (new.id, new.price_cents, date('now'));
END;

CREATE TRIGGER trg_products_search_insert AFTER INSERT ON products
BEGIN
    INSERT INTO product_search (rowid, title, description)
    VALUES (new.id, new.title, new.description);
END;

CREATE TRIGGER trg_products_search_update AFTER UPDATE OF title, description ON products
BEGIN
    INSERT INTO product_search (product_search, rowid, title, description)
    VALUES ('delete', old.id, old.title, old.description);
    INSERT INTO product_search (rowid, title, description)
    VALUES (new.id, new.title, new.description);
END;

-- Catalogue writes into support

CREATE TRIGGER trg_products_audit AFTER UPDATE ON products
BEGIN
    INSERT INTO audit_log (table_name, row_id, action, changed_at, before, after)
    VALUES ('products', new.id, 'U', datetime('now'), old.status, new.status);
END;

-- Ordering, inside the service

CREATE TRIGGER trg_orders_status AFTER UPDATE OF status ON tmp_orders
WHEN old.status <> new.status
BEGIN
    INSERT INTO order_status_history (order_id, seq, old_status, new_status, changed_at)
    SELECT new.id, coalesce(max(seq), 0) + 1, old.status, new.status, datetime('now')
    FROM order_status_history WHERE order_id = new.id;
END;

CREATE TRIGGER trg_customers_keep BEFORE DELETE ON customers
BEGIN
    SELECT raise(ABORT, 'customers are never deleted, set deleted_at');
END;

-- Ordering writes into catalogue and billing

CREATE TRIGGER trg_order_items_reserve AFTER INSERT ON order_items
BEGIN
    UPDATE stock_levels SET reserved = reserved + new.quantity
    WHERE product_id = new.product_id AND variant_no = new.variant_no
      AND warehouse_code = (SELECT min(code) FROM warehouses WHERE closed = '9999-12-31');
END;

CREATE TRIGGER trg_orders_invoice AFTER UPDATE OF status ON tmp_orders
WHEN new.status = 'shipped' AND old.status <> 'shipped'
BEGIN
    INSERT INTO invoices (invoice_no, order_id, customer_id, net_cents, tax_cents,
                          issued_on, due_date)
    VALUES ('INV-' || new.order_no, new.id, new.customer_id,
            new.total_cents * 100 / 119, new.total_cents - new.total_cents * 100 / 119,
            date('now'), strftime('%Y%m%d', 'now', '+14 days'));
END;

-- Billing writes into ordering

CREATE TRIGGER trg_payments_order_paid AFTER INSERT ON payments
BEGIN
    UPDATE tmp_orders SET paid_at = new.received_at
    WHERE id = (SELECT order_id FROM invoices WHERE id = new.invoice_id);
    UPDATE customers SET loyalty_points = loyalty_points + new.amount_cents / 100
    WHERE id = (SELECT customer_id FROM invoices WHERE id = new.invoice_id);
END;

-- Support

CREATE TRIGGER trg_tickets_notify AFTER UPDATE OF status ON tickets
WHEN new.status = 4
BEGIN
    INSERT INTO notifications (customer_id, resource_type, resource_id, template, sent_at)
    VALUES (new.customer_id, 'ticket', new.id, 'ticket-solved', datetime('now'));
END;

CREATE TRIGGER trg_open_tickets_update INSTEAD OF UPDATE OF status, priority ON v_open_tickets
BEGIN
    UPDATE tickets SET status = new.status, priority = new.priority WHERE id = new.ticket_id;
END;
