// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Documents as Markdown and HTML: nothing that a database says becomes markup, links lead to their
// headings, pictures stand inside.
#include "model/export/document.h"

#include <QRegularExpression>
#include <QStringList>
#include <QtTest>

using namespace cadastre;

namespace {

const QString hostile =
    QStringLiteral("<script>alert(1)</script> **x** [a](javascript:b) | `c`\nd");

Document hostileDocument()
{
    Document document;
    document.heading(1, hostile, QStringLiteral("boundary-1"));
    document.paragraph(hostile);
    document.list({{hostile, QStringLiteral("boundary-1")}});
    document.table({hostile}, {{{hostile}}});
    document.picture("<svg onload='x()'/>", hostile);
    return document;
}

} // namespace

class tst_Document : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownKeepsTextAsText()
    {
        const QString text = QString::fromUtf8(markdownOf(hostileDocument()));
        static const QRegularExpression unescaped(QStringLiteral("(?<!\\\\)(<script|\\*x|\\[a)"));
        QVERIFY(!text.contains(unescaped));
        QVERIFY(text.contains(QStringLiteral("\\<script\\>alert(1)")));
        // a heading, a paragraph, a list item, two rows and their line, a caption: none broken in
        // two
        QCOMPARE(text.count(QStringLiteral(" d")), 6);
        QVERIFY(text.contains(QStringLiteral("(#boundary-1)")));
        QVERIFY(text.contains(QStringLiteral("<a id=\"boundary-1\"></a>")));
    }

    void htmlKeepsTextAsText()
    {
        const QString text = QString::fromUtf8(htmlOf(hostileDocument(), hostile));
        QVERIFY(!text.contains(QStringLiteral("<script")));
        QVERIFY(!text.contains(QStringLiteral("onload")));
        QVERIFY(text.contains(QStringLiteral("&lt;script&gt;alert(1)")));
        QVERIFY(text.contains(QStringLiteral("<h1 id=\"boundary-1\">")));
        QVERIFY(text.contains(QStringLiteral("<a href=\"#boundary-1\">")));
        QVERIFY(text.contains(QStringLiteral("src=\"data:image/svg+xml;base64,")));
        QVERIFY(text.contains(QStringLiteral("default-src 'none'")));
        QVERIFY(!text.contains(QStringLiteral("http:")) &&
                !text.contains(QStringLiteral("https:")));
    }

    void controlCharactersBecomeVisible()
    {
        Document document;
        document.paragraph(QStringLiteral("a") + QChar(0x1b) + QStringLiteral("[31mb") + QChar(0));
        const QString text = QString::fromUtf8(htmlOf(document, {}));
        QVERIFY(!text.contains(QChar(0x1b)) && !text.contains(QChar(0)));
        QVERIFY(text.contains(QChar(0x241b)));
    }

    void anEmptyTableIsNone()
    {
        Document document;
        document.table({QStringLiteral("A")}, {});
        document.list({});
        QVERIFY(document.blocks().empty());
        QVERIFY(markdownOf(document).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_Document)
#include "tst_document.moc"
