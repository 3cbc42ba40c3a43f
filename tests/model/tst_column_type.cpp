// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Type texts of all engines as families and widths.
#include "model/relations/profile/column_type.h"

#include <QTest>

using namespace cadastre;

class TestColumnType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
};

void TestColumnType::reads_data()
{
    QTest::addColumn<int>("family");
    QTest::addColumn<int>("width");
    const auto row = [](const char* text, ValueFamily family, int width) {
        QTest::newRow(text) << static_cast<int>(family) << width;
    };
    row("integer", ValueFamily::Integer, 4);
    row("INTEGER", ValueFamily::Integer, 4);
    row("int(11)", ValueFamily::Integer, 4);
    row("int(10) unsigned", ValueFamily::Integer, 4);
    row("bigint", ValueFamily::Integer, 8);
    row("bigint(20) unsigned", ValueFamily::Integer, 8);
    row("smallint", ValueFamily::Integer, 2);
    row("tinyint(4)", ValueFamily::Integer, 1);
    row("tinyint(1)", ValueFamily::Boolean, 1);
    row("mediumint(9)", ValueFamily::Integer, 3);
    row("bigserial", ValueFamily::Integer, 8);
    row("interval", ValueFamily::Time, 0);
    row("numeric(10,2)", ValueFamily::Decimal, 0);
    row("decimal(38,0)", ValueFamily::Decimal, 0);
    row("uuid", ValueFamily::Uuid, 16);
    row("character varying(40)", ValueFamily::Text, 40);
    row("varchar(255)", ValueFamily::Text, 255);
    row("char(36)", ValueFamily::Text, 36);
    row("text", ValueFamily::Text, 0);
    row("longtext", ValueFamily::Document, 0);
    row("binary(16)", ValueFamily::Binary, 16);
    row("bytea", ValueFamily::Binary, 0);
    row("blob", ValueFamily::Document, 0);
    row("boolean", ValueFamily::Boolean, 1);
    row("timestamp with time zone", ValueFamily::Time, 0);
    row("double precision", ValueFamily::Float, 8);
    row("jsonb", ValueFamily::Document, 0);
    row("integer[]", ValueFamily::Document, 0);
    row("order_state", ValueFamily::Other, 0);
    row("enum('a','b')", ValueFamily::Other, 0);
    row("point", ValueFamily::Document, 0);
    row("varchar(", ValueFamily::Text, 0);
    row("varchar)(", ValueFamily::Text, 0);
    row("varchar(max)", ValueFamily::Text, 0);
    row("varchar(99999999999999)", ValueFamily::Text, 0);
    QTest::newRow("") << static_cast<int>(ValueFamily::Other) << 0;
}

void TestColumnType::reads()
{
    const ColumnType type = columnTypeOf(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(static_cast<int>(type.family), "family");
    QTEST(type.width, "width");
}

QTEST_APPLESS_MAIN(TestColumnType)
#include "tst_column_type.moc"
