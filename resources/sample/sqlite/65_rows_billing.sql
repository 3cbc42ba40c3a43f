-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Rows of the billing service.
SAVEPOINT rows_billing;

INSERT INTO tax_rates (country_code, tax_class, valid_from, valid_to, percent) VALUES
    ('DE', 'S', '2014-01-01', '2020-06-30', 19), ('DE', 'S', '2020-07-01', '2020-12-31', 16),
    ('DE', 'S', '2021-01-01', '9999-12-31', 19), ('DE', 'R', '2014-01-01', '2020-06-30', 7),
    ('DE', 'R', '2020-07-01', '2020-12-31', 5),  ('DE', 'R', '2021-01-01', '9999-12-31', 7),
    ('AT', 'S', '2014-01-01', '9999-12-31', 20), ('AT', 'R', '2014-01-01', '9999-12-31', 10),
    ('CH', 'S', '2014-01-01', '9999-12-31', 7.7), ('CH', 'R', '2014-01-01', '9999-12-31', 2.5),
    ('NL', 'S', '2014-01-01', '9999-12-31', 21), ('NL', 'R', '2014-01-01', '2018-12-31', 6),
    ('NL', 'R', '2019-01-01', '9999-12-31', 9),  ('DK', 'S', '2014-01-01', '9999-12-31', 25),
    ('DK', 'R', '2014-01-01', '9999-12-31', 25), ('SE', 'S', '2014-01-01', '9999-12-31', 25),
    ('SE', 'R', '2014-01-01', '9999-12-31', 6),  ('PL', 'S', '2014-01-01', '9999-12-31', 23),
    ('PL', 'R', '2014-01-01', '9999-12-31', 8),  ('CZ', 'S', '2014-01-01', '9999-12-31', 21),
    ('CZ', 'R', '2014-01-01', '9999-12-31', 15), ('FR', 'S', '2014-01-01', '9999-12-31', 20),
    ('FR', 'R', '2014-01-01', '9999-12-31', 5.5), ('XX', 'Z', '2014-01-01', '9999-12-31', 0);

INSERT INTO paymentMethods (methodCode, displayName, feePercent, isActive) VALUES
    ('CARD',    'Credit card',        1.40, 1), ('PAYWALLET', 'Wallet',       2.49, 1),
    ('DEBIT',   'Direct debit',       0.35, 1), ('INVOICE',   'Pay by invoice', 0, 1),
    ('CASH',    'Cash on delivery',   2.00, 0), ('GIFTCARD',  'Gift card',      0, 1);

-- What is to be invoiced: orders that were paid, twelve archived orders whose rows were moved
-- away all the same, a pro forma now and then, and a credit note for each refunded return.
CREATE TEMP TABLE documents AS
SELECT row_number() OVER (ORDER BY day, type DESC, order_id, return_id) + 20000 AS id, *
FROM (
    SELECT 'invoice' AS type, p.id AS order_id, p.customer_id, p.day, NULL AS return_id
    FROM placed p WHERE p.is_live AND p.status NOT IN ('new', 'cancelled')
    UNION ALL
    SELECT 'invoice', p.id, p.customer_id, p.day, NULL
    FROM placed p WHERE NOT p.is_live AND p.id % 20 = 5
    UNION ALL
    SELECT 'pro_forma', p.id, p.customer_id, p.day, NULL
    FROM placed p WHERE p.is_live AND p.id % 24 = 0
    UNION ALL
    SELECT 'credit_note', r.OrderId, p.customer_id, date(r.ClosedAt), r.ReturnRequestId
    FROM ReturnRequests r JOIN placed p ON p.id = r.OrderId WHERE r.Status = 3
);

CREATE TEMP TABLE document_lines AS
SELECT d.id AS invoice_id, l.line_no, l.product_id, coalesce(p.title, 'Article ' || l.product_id) AS description,
       iif(d.type = 'credit_note', -1, l.quantity) AS quantity,
       iif(d.type = 'credit_note', -1, l.quantity) * coalesce(p.price_cents, 1990) AS gross,
       t.country_code, t.tax_class, t.valid_from, t.percent
FROM documents d
JOIN placed_items l       ON l.order_id = d.order_id
JOIN customers c          ON c.id = d.customer_id
LEFT JOIN products p      ON p.id = l.product_id
LEFT JOIN ReturnRequests r ON r.ReturnRequestId = d.return_id
JOIN tax_rates t ON t.country_code = coalesce(c.country_1, 'DE') AND t.tax_class = coalesce(p.tax_class, 'S')
                AND d.day BETWEEN t.valid_from AND t.valid_to
WHERE d.type <> 'credit_note' OR l.line_no = r.LineNo;

INSERT INTO invoices (
    id, invoice_no, document_type, order_id, customer_id, status, currency, net_cents, tax_cents,
    issued_on, due_date
)
SELECT d.id, json_object('invoice', 'R', 'credit_note', 'G', 'pro_forma', 'P') ->> d.type || printf('%s-%06d',
           substr(d.day, 1, 4), d.id),
       d.type, d.order_id, d.customer_id,
       CASE WHEN d.type <> 'invoice' THEN 2 WHEN d.day >= '2024-11-25' THEN 0 WHEN d.id % 31 = 0 THEN 1
            WHEN d.id % 67 = 0 THEN 5 WHEN EXISTS (SELECT 1 FROM documents n WHERE n.type = 'credit_note'
                                                   AND n.order_id = d.order_id) THEN 3 ELSE 2 END,
       c.currency, l.net, l.gross - l.net, d.day,
       CASE d.type WHEN 'invoice' THEN strftime('%Y%m%d', d.day, c.billing_terms_days || ' days')
            ELSE '99991231' END
FROM documents d
JOIN customers c ON c.id = d.customer_id
JOIN (SELECT invoice_id, sum(gross) AS gross, sum(CAST(gross * 100 / (100 + percent) AS INTEGER)) AS net
      FROM document_lines GROUP BY invoice_id) l ON l.invoice_id = d.id;

INSERT INTO invoice_lines (
    invoice_id, line_no, product_id, description, quantity, net_cents, tax_country, tax_class, tax_from
)
SELECT invoice_id, line_no, product_id, description, quantity, CAST(gross * 100 / (100 + percent) AS INTEGER),
       country_code, tax_class, valid_from
FROM document_lines;

INSERT INTO credit_notes (invoice_id, corrected_invoice_id, reason)
SELECT d.id, (SELECT i.id FROM documents i WHERE i.type = 'invoice' AND i.order_id = d.order_id),
       json_array('broken', 'wrong size', 'not as shown', 'arrived late') ->> (r.ReasonCode % 4)
FROM documents d
JOIN ReturnRequests r ON r.ReturnRequestId = d.return_id;

INSERT INTO payments (id, invoice_id, method, amount_cents, received_at, payload)
SELECT 70000 + row_number() OVER (ORDER BY i.issued_on, i.id), i.id, m.method, i.gross_cents,
       datetime(i.issued_on, (8 + s.a % 200) || ' hours'),
       CASE WHEN i.issued_on < '2019' THEN
                json_object('txnId', printf('T%07d', i.id * 37), 'amt', printf('%.2f', i.gross_cents / 100.0),
                    'cur', i.currency)
            WHEN i.issued_on < '2022' THEN
                json_object('version', 2, 'transaction_id', printf('tx_%08x', i.id * 7919), 'amount',
                    i.gross_cents,
                            'currency', i.currency, 'card', iif(m.method <> 'CARD', json('null'),
                                json_object('brand', json_array('visa', 'master') ->> (s.a % 2), 'last4',
                                    printf('%04d', s.b % 10000))))
            ELSE json_object('SchemaVersion', 3, 'Data',
                json_object('TransactionId', (SELECT id FROM temp.uuids WHERE k = 1300 + s.i % 700),
                            'Money', json_object('Minor', i.gross_cents, 'Currency', i.currency), 'Method',
                            m.method)) END
FROM invoices i
JOIN temp.seq s ON s.i = i.id - 20000
JOIN (SELECT key AS k, value AS method
    FROM json_each('["CARD", "PAYWALLET", "DEBIT", "INVOICE", "CASH", "CARD", "GIFTCARD"]')) m
     ON m.k = iif(i.issued_on < '2019', s.b % 5, s.b % 7 % 4)
WHERE i.document_type = 'invoice' AND i.status IN (2, 3) AND i.gross_cents > 0;

-- A refund for each credit note that was paid out, and some goodwill without a return.
INSERT INTO refunds (id, payment_id, return_request_id, amount_cents, refunded_at, approved_by)
SELECT row_number() OVER (ORDER BY p.id, d.id), p.id,
       d.return_id, coalesce(-n.gross_cents, 500), datetime(p.received_at, '+20 days'),
       (SELECT id FROM temp.uuids WHERE k = 1 + p.id % 36)
FROM payments p
LEFT JOIN credit_notes c ON c.corrected_invoice_id = p.invoice_id
LEFT JOIN invoices n     ON n.id = c.invoice_id
LEFT JOIN documents d    ON d.id = c.invoice_id
WHERE d.id IS NOT NULL OR p.id % 40 = 7;

-- Three refunds name returns that are gone (8801 to 8803).
UPDATE refunds SET return_request_id = 8801 + row.n
FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM refunds WHERE return_request_id % 19 = 0) row
WHERE row.id = refunds.id AND row.n < 3;

INSERT INTO DunningLetters (DunningLetterId, InvoiceId, Level, FeeCents, SentOn)
SELECT row_number() OVER (ORDER BY i.id, n.i), i.id, n.i, (n.i - 1) * 500,
       strftime('%m/%d/%Y', i.issued_on, (20 + 14 * n.i) || ' days')
FROM invoices i
JOIN temp.seq s ON s.i = i.id - 20000
JOIN temp.seq n ON n.i <= 1 + s.a % 3
WHERE i.document_type = 'invoice' AND i.issued_on BETWEEN '2022' AND '2024-10'
  AND (i.status IN (1, 5) OR i.id % 9 = 0);

INSERT INTO ledger_accounts (account_no, title, parent_no) VALUES
    ('1000', 'Assets', NULL),      ('1200', 'Bank', '1000'),            ('1400', 'Receivables', '1000'),
    ('4000', 'Revenue', NULL),     ('4400', 'Sales of goods', '4000'),  ('4700', 'Reductions', '4000'),
    ('9999', 'UNKNOWN', NULL);

INSERT INTO ledger_entries (account_no, invoice_id, amount_cents, booked_on)
SELECT iif(document_type = 'credit_note', '4700', '4400'), id, net_cents, issued_on
FROM invoices WHERE document_type <> 'pro_forma' ORDER BY id;
INSERT INTO ledger_entries (account_no, payment_id, amount_cents, booked_on)
SELECT iif(id % 211 = 0, '9999', '1200'), id, amount_cents, date(received_at) FROM payments ORDER BY id;
INSERT INTO ledger_entries (account_no, refund_id, amount_cents, booked_on)
SELECT '1200', id, -amount_cents, date(refunded_at) FROM refunds ORDER BY id;
INSERT INTO ledger_entries (account_no, payment_id, amount_cents, booked_on, reverses_entry_id)
SELECT account_no, payment_id, -amount_cents, booked_on, id FROM ledger_entries WHERE account_no = '9999';

RELEASE rows_billing;
