-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Routines, triggers and rules, created after the rows so that loading does not set them off.

SET ROLE shop_owner;

-- Inside one service

CREATE FUNCTION catalogue.note_price_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE catalogue.price_history SET valid = daterange(lower(valid), current_date)
    WHERE product_id = new.id AND upper(valid) = '9999-12-31';
    INSERT INTO catalogue.price_history (product_id, price_cents, valid)
    VALUES (new.id, new.price_cents, daterange(current_date, '9999-12-31'));
    RETURN new;
END
$$;
CREATE TRIGGER trg_products_price AFTER UPDATE OF price_cents ON catalogue.products
    FOR EACH ROW WHEN (old.price_cents <> new.price_cents)
    EXECUTE FUNCTION catalogue.note_price_change();

CREATE FUNCTION ordering.note_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO ordering.order_status_history (order_id, seq, old_status, new_status)
    SELECT new.id, coalesce(max(seq), 0) + 1, old.status, new.status
    FROM ordering.order_status_history WHERE order_id = new.id;
    RETURN new;
END
$$;
CREATE TRIGGER trg_orders_status AFTER UPDATE OF status ON ordering.tmp_orders
    FOR EACH ROW WHEN (old.status IS DISTINCT FROM new.status)
    EXECUTE FUNCTION ordering.note_status();

CREATE FUNCTION ordering.keep_customers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'customers are never deleted, set deleted_at';
END
$$;
CREATE TRIGGER trg_customers_keep BEFORE DELETE ON ordering.customers
    FOR EACH ROW EXECUTE FUNCTION ordering.keep_customers();

CREATE FUNCTION ordering.order_total(wanted bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT sum(line_total_cents) FROM ordering.order_items WHERE order_id = wanted
$$;

CREATE AGGREGATE billing.sum_cents (bigint) (SFUNC = int8pl, STYPE = bigint, INITCOND = '0');

-- From one service into another

CREATE FUNCTION ordering.reserve_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE catalogue.stock_levels SET reserved = reserved + new.quantity
    WHERE product_id = new.product_id AND variant_no = new.variant_no
      AND warehouse_code = (SELECT min(code) FROM catalogue.warehouses WHERE closed = '9999-12-31');
    RETURN new;
END
$$;
CREATE TRIGGER trg_order_items_reserve AFTER INSERT ON ordering.order_items
    FOR EACH ROW EXECUTE FUNCTION ordering.reserve_stock();

CREATE FUNCTION ordering.invoice_shipped_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO billing.invoices (invoice_no, order_id, customer_id, net_cents, tax_cents, issued_on, due_date)
    VALUES ('A' || new.order_no, new.id, new.customer_id, new.total_cents * 100 / 119,
            new.total_cents - new.total_cents * 100 / 119, current_date, to_char(current_date + 14, 'YYYYMMDD'));
    RETURN new;
END
$$;
CREATE TRIGGER trg_orders_invoice AFTER UPDATE OF status ON ordering.tmp_orders
    FOR EACH ROW WHEN (new.status = 'shipped' AND old.status <> 'shipped')
    EXECUTE FUNCTION ordering.invoice_shipped_order();

CREATE FUNCTION billing.mark_order_paid() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ordering.tmp_orders o SET paid_at = new.received_at
    FROM billing.invoices i WHERE i.id = new.invoice_id AND o.id = i.order_id;
    UPDATE ordering.customers c SET loyalty_points = loyalty_points + new.amount_cents / 100
    FROM billing.invoices i WHERE i.id = new.invoice_id AND c.id = i.customer_id;
    RETURN new;
END
$$;
CREATE TRIGGER trg_payments_order_paid AFTER INSERT ON billing.payments
    FOR EACH ROW EXECUTE FUNCTION billing.mark_order_paid();

CREATE FUNCTION support.write_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO support.audit_log (table_name, row_id, action, actor, before, after)
    VALUES (tg_table_name, new.id, left(tg_op, 1), current_user, to_jsonb(old), to_jsonb(new));
    RETURN new;
END
$$;
CREATE TRIGGER trg_products_audit AFTER UPDATE ON catalogue.products
    FOR EACH ROW EXECUTE FUNCTION support.write_audit();
CREATE TRIGGER trg_invoices_audit AFTER UPDATE ON billing.invoices
    FOR EACH ROW EXECUTE FUNCTION support.write_audit();
ALTER TABLE billing.invoices DISABLE TRIGGER trg_invoices_audit;

-- Runs with the rights of its owner, so support may change what it may not touch.
CREATE FUNCTION support.anonymise_customer(wanted bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE ordering.customers
    SET email = NULL, first_name = 'Removed', last_name = 'Customer', phone = NULL, anonymised_at = now()
    WHERE id = wanted;
    DELETE FROM ordering.carts WHERE customer_id = wanted;
    UPDATE billing.invoices SET status = 5 WHERE customer_id = wanted AND status = 0;
END
$$;

CREATE PROCEDURE billing.close_month(month date) LANGUAGE plpgsql AS $$
BEGIN
    UPDATE ordering.tmp_orders SET state = 9
    WHERE state = 2 AND ordered_at < month AND id IN (SELECT order_id FROM billing.invoices WHERE status = 2);
    REFRESH MATERIALIZED VIEW billing.mv_revenue_monthly;
END
$$;

CREATE FUNCTION support.merge_tickets(keep integer, other integer) RETURNS void LANGUAGE sql AS $$
    UPDATE support.tickets SET merged_into_id = keep, status = 5 WHERE id = other
$$;

-- Names a table that was dropped in 2016; plpgsql finds out when somebody calls it.
CREATE FUNCTION billing.reconcile_legacy() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    RETURN (SELECT count(*) FROM ordering.orders o
            LEFT JOIN billing.invoices i ON i.order_id = o.id WHERE i.id IS NULL);
END
$$;

-- Rules

CREATE RULE orders_bak_2019_keep AS ON UPDATE TO ordering.orders_bak_2019 DO INSTEAD NOTHING;
CREATE RULE open_tickets_update AS ON UPDATE TO support.v_open_tickets DO INSTEAD
    UPDATE support.tickets SET status = new.status, priority = new.priority WHERE id = old.ticket_id;

RESET ROLE;

CREATE PUBLICATION shop_events FOR TABLE ordering.tmp_orders, ordering.order_items;
