// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// How long a message stays, how the others are seen, and which letters its buttons have.
#include "widgets/message_bar.h"
#include "widgets/plain_sentence.h"
#include "widgets/seen_mnemonics.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace cadastre;

namespace {

Message said(MessageTopic topic, MessageLevel level, const char* text, const QString& action = {})
{
    return {topic, level, QString::fromLatin1(text), {}, action};
}

} // namespace

class TestMessageBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasDoneGoesByItself();
    void theNewestOfWhatWasDoneIsEnough();
    void whatIsGoneIsNotTalkedOf();
    void othersAreOneClickAway();
    void lettersAreFree_data();
    void lettersAreFree();
    void buttonsTakeFreeLetters();
    void namesStandWithoutBackticks();
};

void TestMessageBar::whatWasDoneGoesByItself()
{
    QWidget window;
    QLineEdit elsewhere(&window);
    MessageBar bar(&window);
    window.resize(800, 600);
    bar.move(300, 300); // not under the pointer
    window.show();
    elsewhere.setFocus(); // a message with the keyboard in it stays
    bar.setLifetime(1);
    bar.showMessage(said(MessageTopic::Failed, MessageLevel::Error, "error"));
    bar.showMessage(said(MessageTopic::Export, MessageLevel::Info, "asks", QStringLiteral("&Do")));
    bar.showMessage(said(MessageTopic::Share, MessageLevel::Info, "copied"));
    QCOMPARE(bar.messages().size(), std::size_t(3));
    bar.clearTopic(MessageTopic::Failed); // then the newest is in front
    QCOMPARE(bar.messages().front().text, QStringLiteral("copied"));
    QTRY_COMPARE(bar.messages().size(), std::size_t(1));
    QCOMPARE(bar.messages().front().text, QStringLiteral("asks")); // waits for its answer
    QTest::qWait(20);
    QVERIFY(bar.isVisibleTo(&window));
}

void TestMessageBar::theNewestOfWhatWasDoneIsEnough()
{
    MessageBar bar;
    bar.showMessage(said(MessageTopic::Views, MessageLevel::Info, "No table matches x"));
    bar.showMessage(said(MessageTopic::Share, MessageLevel::Info, "copied"));
    QCOMPARE(bar.messages().size(), std::size_t(1));
    QCOMPARE(bar.messages().front().text, QStringLiteral("copied"));
}

void TestMessageBar::whatIsGoneIsNotTalkedOf()
{
    MessageBar bar;
    bar.showMessage(said(MessageTopic::Share, MessageLevel::Info, "Exported to ship.md",
                         QStringLiteral("&Open")));
    bar.showMessage(said(MessageTopic::Keychain, MessageLevel::Warning, "keychain"));
    bar.clearDone();
    QCOMPARE(bar.messages().size(), std::size_t(1));
    QCOMPARE(bar.messages().front().topic, MessageTopic::Keychain);
}

void TestMessageBar::othersAreOneClickAway()
{
    MessageBar bar;
    bar.show();
    bar.showMessage(said(MessageTopic::Failed, MessageLevel::Error, "error"));
    bar.showMessage(said(MessageTopic::PartlyRead, MessageLevel::Warning, "some & others"));
    QToolButton* more = nullptr;
    for (QToolButton* each : bar.findChildren<QToolButton*>()) {
        if (each->menu() != nullptr)
            more = each;
    }
    QVERIFY(more != nullptr && more->isVisible());
    QVERIFY(more->focusPolicy() == Qt::StrongFocus);
    Q_EMIT more->menu()->aboutToShow();
    QCOMPARE(more->menu()->actions().size(), 1);
    QCOMPARE(more->menu()->actions().constFirst()->text(), QStringLiteral("some && others"));
    more->menu()->actions().constFirst()->trigger();
    QCOMPARE(bar.messages().front().text, QStringLiteral("some & others"));
    QCOMPARE(bar.messages().size(), std::size_t(2));
}

void TestMessageBar::lettersAreFree_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("taken");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* taken,
                        const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(taken)
                            << QString::fromLatin1(expected);
    };
    row("its own", "&Show", "FEVG", "&Show");
    row("another word", "&Show it", "S", "Show &it");
    row("another letter", "&Show", "S", "S&how");
    row("none is left", "&Ok", "OK", "Ok");
    row("without one", "Show", "", "&Show");
    row("empty", "", "", "");
}

void TestMessageBar::lettersAreFree()
{
    QFETCH(QString, text);
    QFETCH(QString, taken);
    QFETCH(QString, expected);
    QCOMPARE(withFreeMnemonic(text, taken), expected);
}

void TestMessageBar::buttonsTakeFreeLetters()
{
    QMainWindow window;
    window.menuBar()->addMenu(QStringLiteral("&File"));
    auto* centre = new QWidget(&window);
    auto* layout = new QVBoxLayout(centre);
    auto* bar = new MessageBar(centre);
    layout->addWidget(bar);
    layout->addWidget(new QPushButton(QStringLiteral("&Suggest"), centre));
    window.setCentralWidget(centre);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    Message message = said(MessageTopic::Paths, MessageLevel::Info, "x", QStringLiteral("&Show"));
    message.otherAction = QStringLiteral("&Find");
    bar->showMessage(message);
    QStringList texts;
    for (const QPushButton* button : bar->findChildren<QPushButton*>())
        texts << button->text();
    QVERIFY2(texts.contains(QStringLiteral("S&how")), qPrintable(texts.join(u',')));
    QVERIFY2(texts.contains(QStringLiteral("F&ind")), qPrintable(texts.join(u',')));
}

void TestMessageBar::namesStandWithoutBackticks()
{
    QCOMPARE(plainSentence(QStringLiteral("`a`, `b.c` join these columns")),
             QStringLiteral("a, b.c join these columns"));
    QCOMPARE(plainSentence(QStringLiteral("one ` alone")), QStringLiteral("one ` alone"));
    QCOMPARE(plainSentence(QStringLiteral("nothing")), QStringLiteral("nothing"));
}

QTEST_MAIN(TestMessageBar)
#include "tst_message_bar.moc"
