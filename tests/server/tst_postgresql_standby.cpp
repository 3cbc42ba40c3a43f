// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// A standby takes no comments, and says so before anything is tried; and it is not asked what came
// of those whose outcome is unknown, because it may know less than the primary.
#include "tests/server/comment_writing.h"
#include "tests/server/own_postgresql.h"
#include "tests/server/postgresql_test_database.h"

#include <QTest>

using namespace cadastre;
using namespace cadastre::test;

namespace {

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestPostgresqlStandby : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standby();
};

void TestPostgresqlStandby::standby()
{
    OwnPostgres server;
    QCOMPARE(server.error(), QString());
    QCOMPARE(PostgresSession(server.url()).execute("CREATE TABLE t (a int)"), QString());
    const auto catalog = catalogAt(server.url());
    const CommentWriteRequest request =
        writeRequest(catalog, {editOf(*catalog, word("table:public.t"), word("x"))});
    QCOMPARE(outcomesOf(writeTo(server.url(), request)), QStringList{word("written")});
    QVERIFY(server.becomeStandby());
    for (const auto& report : {writeTo(server.url(), request), resolveAt(server.url(), request)}) {
        QVERIFY(!report.has_value());
        QVERIFY2(report.error().message.contains(word("standby")),
                 qPrintable(report.error().message));
    }
    ReadControl control;
    const auto plan = planComments(*parseDatabaseAddress(server.url()), {}, request, control);
    QVERIFY(plan.has_value());
    QVERIFY(plan->target.readOnly);
}

QTEST_GUILESS_MAIN(TestPostgresqlStandby)
#include "tst_postgresql_standby.moc"
