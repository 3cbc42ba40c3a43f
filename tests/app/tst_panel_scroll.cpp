// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Panels in low docks: buttons stay in sight while lists give way, and what needs more scrolls.
#include "app/fit_desk.h"

#include <QtTest>

#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace cadastre;

namespace {

/// A wrapped text, a list and a button below each other, on the first page of two.
struct Panel
{
    QDockWidget dock;
    QListWidget* list = nullptr;
    QPushButton* button = nullptr;

    Panel()
    {
        auto* panel = new QWidget(&dock);
        auto* pages = new QStackedLayout(panel);
        auto* page = new QWidget(panel);
        auto* layout = new QVBoxLayout(page);
        auto* text = new QLabel(QStringLiteral("What is pending, in words that need two lines"));
        text->setWordWrap(true);
        list = new QListWidget;
        list->setMinimumHeight(60);
        button = new QPushButton(QStringLiteral("Apply"));
        layout->addWidget(text);
        layout->addWidget(list, 1);
        layout->addWidget(button);
        pages->addWidget(page);
        pages->addWidget(new QLabel(QStringLiteral("Empty")));
        dock.setWidget(panel);
        letPanelScroll(&dock);
    }

    [[nodiscard]] QScrollArea* area() const { return qobject_cast<QScrollArea*>(dock.widget()); }

    void show(int width, int height)
    {
        dock.resize(width, height);
        dock.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dock));
    }
};

} // namespace

class TestPanelScroll : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void buttonsStayInSight();
    void whatNeedsMoreScrolls();
    void fillsALargeDock();
};

void TestPanelScroll::buttonsStayInSight()
{
    Panel panel;
    QVERIFY(panel.list->sizeHint().height() > 150); // it would like more than there is
    panel.show(240, 200);
    QCOMPARE(panel.button->visibleRegion().boundingRect(), panel.button->rect());
    QVERIFY(!panel.area()->verticalScrollBar()->isVisible());
    QVERIFY(panel.list->height() >= 60);
}

void TestPanelScroll::whatNeedsMoreScrolls()
{
    Panel panel;
    panel.show(240, 90);
    QVERIFY(panel.area()->verticalScrollBar()->maximum() > 0);
    QVERIFY(panel.list->height() >= 60);
    panel.area()->ensureWidgetVisible(panel.button);
    QCOMPARE(panel.button->visibleRegion().boundingRect(), panel.button->rect());
    panel.dock.resize(240, 300); // and stops when there is room again
    QTRY_COMPARE(panel.area()->verticalScrollBar()->maximum(), 0);
}

void TestPanelScroll::fillsALargeDock()
{
    Panel panel;
    panel.show(400, 500);
    QCOMPARE(panel.area()->widget()->size(), panel.area()->viewport()->size());
    QVERIFY(panel.list->height() > 300);
}

QTEST_MAIN(TestPanelScroll)
#include "tst_panel_scroll.moc"
