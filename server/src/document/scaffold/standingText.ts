/** What stands in every tracking document behind its blockers: how progress is kept, and how the document is used. */
export const progress: readonly string[] = `---

## Progress Tracking

### Recently Fixed Blockers

*No blockers have been fixed yet*

### Fix Verification Process
1. Developer implements fix
2. Code review by team lead
3. Automated tests pass
4. Manual QA verification
5. Security review (for P0 items)
6. Deploy to staging
7. Staging verification
8. Move to "Fixed" status

### Metrics
- **Average Fix Time (P0):** TBD
- **Average Fix Time (P1):** TBD
- **Average Fix Time (P2):** TBD
- **Blockers Fixed This Week:** 0
- **Blockers Fixed Total:** 0

---

## How to Use This Document

1. **For Developers:**
   - Check this document before starting work
   - Update status when working on a blocker
   - Add new blockers as discovered
   - Move fixed items to Progress Tracking

2. **For Project Managers:**
   - Review weekly for progress
   - Prioritize based on impact
   - Allocate resources accordingly

3. **For QA:**
   - Use fix verification steps
   - Add test cases for each fix
   - Update verification status

4. **For Security Team:**
   - Focus on P0 security items first
   - Conduct reviews for all security fixes
   - Ensure compliance requirements met

---

## Next Steps
`.split('\n');
