// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the window shows while no database is open: what this program is, the sample, the ways to
// open something, and what was open lately.
#pragma once

#include "widgets/recent_entry.h"

#include <QWidget>

#include <vector>

class QLabel;
class QListWidget;
class QVBoxLayout;

namespace cadastre {

class StartPage : public QWidget
{
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const std::vector<RecentEntry>& entries);
    void setSampleAvailable(bool available);
    [[nodiscard]] QListWidget* recentList() const { return m_recent; }

Q_SIGNALS:
    void sampleRequested();
    void openFileRequested();
    void connectRequested();
    void recentChosen(const QString& address);
    void recentRemoved(const QString& address);
    void recentPinned(const QString& address, bool pinned);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* createTitle();
    QWidget* createWays();
    QWidget* createRecent();
    void updateColors();
    void removeCurrent();
    void openRecentMenu(QPoint position);

    QLabel* m_sentence = nullptr;
    QLabel* m_dropHint = nullptr;
    QLabel* m_noRecent = nullptr;
    QWidget* m_sample = nullptr;
    QListWidget* m_recent = nullptr;
};

} // namespace cadastre
