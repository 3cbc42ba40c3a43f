// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// The manual in a window of its own: chapters at the left, the text, a search over all of them.
// Where the chapters come from is the caller's.
#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace cadastre {

struct ManualChapter
{
    QString name;     ///< "comments", as links between chapters have it: comments.md
    QString title;    ///< its first heading
    QString markdown; ///< without pictures

    bool operator==(const ManualChapter&) const = default;
};

/// The chapters that have every word, whatever its case; all for no word.
std::vector<int> chaptersWith(const std::vector<ManualChapter>& chapters, const QString& words);

class ManualDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ManualDialog(std::vector<ManualChapter> chapters, QWidget* parent = nullptr);

    /// An unknown name shows the first chapter.
    void showChapter(const QString& name);
    [[nodiscard]] QString currentChapter() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fillList();
    void showRow(int row);
    void findNext();
    void followLink(const QUrl& link);

    std::vector<ManualChapter> m_chapters;
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QLabel* m_nothing;
};

} // namespace cadastre
