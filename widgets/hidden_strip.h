// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The strip above a diagram that says what is hidden and brings it back: nothing is ever hidden
// silently. Gone while everything is shown.
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace cadastre {

class ElidedLabel;

class HiddenStrip : public QFrame
{
    Q_OBJECT
public:
    explicit HiddenStrip(QWidget* parent = nullptr);

    /// How many tables are hidden of how many; `isolated`: only chosen ones are shown. `query` is
    /// what they were chosen by; may be empty. `what` says what is hidden, "4 tables
    /// (order_archive_2017 to 2020)"; where it is empty, the number does.
    void showHidden(int hidden, int all, bool isolated, const QString& query,
                    const QString& what = {});
    /// A hidden table that was looked for; empty for none.
    void showMissed(const QString& table);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void listRequested();
    void showAllRequested();
    void showMissedRequested();

private:
    void showText();

    int m_hidden = 0;
    int m_all = 0;
    bool m_isolated = false;
    QString m_query;
    QString m_what;
    QString m_missed;
    ElidedLabel* m_label;
    QToolButton* m_showMissed = nullptr;
};

} // namespace cadastre
