"""Questions with their claims and dates in; findings and touches of sanctions provisions out."""
